package io.keyuan.engine.choices;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.TextType;
import io.keyuan.engine.choices.ChoiceSettings.Line;
import io.keyuan.engine.choices.ChoiceTable.Stored;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes of what somebody wants the choices of an attribute to be what can be stored, or says all that is wrong with it. */
final class WantedChoices {

    /** People choose among them. */
    static final int MOST = 500;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    static final int LONGEST_LABEL = 100;
    static final List<String> COLOURS = List.of("indigo", "jade", "ochre", "plum", "cinnabar", "slate");

    private static final Set<String> LANGUAGES = Languages.all().stream().map(Locale::toLanguageTag).collect(Collectors.toSet());

    private final Attribute<?> attribute;
    private final @Nullable ChoiceType meant;
    private final Map<String, Stored> before;
    private final Messages messages;
    private final List<Fault> faults = new ArrayList<>();

    WantedChoices(Attribute<?> attribute, List<Stored> before, Messages messages) {
        this.attribute = attribute;
        this.meant = attribute.type() instanceof ChoiceType choice && choice.meanings() != null ? choice : null;
        this.before = before.stream().collect(Collectors.toMap(Stored::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        this.messages = messages;
    }

    /** @throws Problem with everything that is wrong */
    List<Stored> read(List<Line> wanted) {
        if (wanted.size() > MOST) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("choices", "too-many", MOST));
        }
        Set<String> taken = new HashSet<>(before.keySet());
        Set<String> named = new HashSet<>();
        List<Stored> read = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            read.add(one("choices[" + i + "]", wanted.get(i), taken, named));
        }
        checkFixed(read);
        checkLabels(read);
        checkMeanings(read);
        checkInitial(read);
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, faults.toArray(Fault[]::new));
        }
        return read;
    }

    private Stored one(String path, Line line, Set<String> taken, Set<String> named) {
        Stored known = line.code() == null ? null : before.get(line.code());
        if (line.code() != null && known == null && !isFree(line.code(), taken)) {
            faults.add(Fault.at(path + ".code", "not-choice"));
        } else if (known != null && !named.add(known.code())) {
            faults.add(Fault.at(path + ".code", "choice-twice"));
        }
        Map<String, String> labels = labels(path, line);
        if (line.color() != null && !COLOURS.contains(line.color())) {
            faults.add(Fault.at(path + ".color", "not-choice"));
        }
        String code = known != null ? known.code() : line.code() == null ? newCode(labels, taken) : line.code();
        return new Stored(code, meaning(path, line, known), labels, line.color(), line.active(), line.initial(), chance(path, line));
    }

    /** A number of any size may be sent; only one within the bounds is looked at any closer. */
    private @Nullable BigDecimal chance(String path, Line line) {
        BigDecimal chance = line.chance();
        if (chance == null) {
            return null;
        }
        if (!saysChances(attribute)) {
            faults.add(Fault.at(path + ".chance", "not-writable"));
        } else if (chance.signum() < 0) {
            faults.add(Fault.at(path + ".chance", "below-minimum", 0));
        } else if (chance.compareTo(HUNDRED) > 0) {
            faults.add(Fault.at(path + ".chance", "above-maximum", HUNDRED));
        } else if (chance.scale() > DECIMALS) {
            faults.add(Fault.at(path + ".chance", "too-many-decimals", DECIMALS));
        } else {
            return chance.setScale(DECIMALS, RoundingMode.UNNECESSARY);
        }
        return null;
    }

    /** Whether its choices say how likely a record comes to a good end. */
    static boolean saysChances(Attribute<?> attribute) {
        return attribute.equals(attribute.object().board()) && attribute.object().chance() != null;
    }

    /** A new one may come with the code that it has elsewhere. */
    private static boolean isFree(String code, Set<String> taken) {
        return ChoiceCode.isOne(code) && taken.add(code);
    }

    private static String newCode(Map<String, String> labels, Set<String> taken) {
        String label = Languages.all().reversed().stream().map(each -> labels.get(each.toLanguageTag())).filter(Objects::nonNull).findFirst().orElse("");
        String code = ChoiceCode.of(label, taken);
        taken.add(code);
        return code;
    }

    private Map<String, String> labels(String path, Line line) {
        Map<String, String> labels = new HashMap<>();
        line.labels().forEach((language, word) -> {
            String at = path + ".labels." + language;
            if (!LANGUAGES.contains(language)) {
                faults.add(Fault.at(path + ".labels", "unknown-language"));
            } else if (!word.isBlank()) {
                Fault fault = fault(attribute, at, word.strip());
                if (fault != null) {
                    faults.add(fault);
                }
                labels.put(language, word.strip());
            }
        });
        boolean named = !labels.isEmpty() || line.code() != null && messages.ready(Languages.ENGLISH, attribute, line.code()) != null;
        if (!named) {
            faults.add(Fault.at(path + ".label", "required"));
        }
        return labels;
    }

    /** @return what is wrong with what a choice is to be called; null for nothing */
    static @Nullable Fault fault(Attribute<?> attribute, String path, String label) {
        if (label.length() > LONGEST_LABEL) {
            return Fault.at(path, "too-long", LONGEST_LABEL, label.length());
        }
        try {
            TextType.checkCharacters(label);
        } catch (BadValue bad) {
            return Fault.at(path, bad.code(), bad.args().toArray());
        }
        // In a file the words of several stand in one cell.
        return attribute.type() instanceof MultiChoiceType && MultiChoiceType.words(label).size() != 1 ? Fault.at(path, "two-choices") : null;
    }

    private @Nullable String meaning(String path, Line line, @Nullable Stored known) {
        String wanted = line.meaning() == null && known != null ? known.meaning() : line.meaning();
        if (known != null && !Objects.equals(known.meaning(), wanted)) {
            // Records that have it would mean something else from one moment to the next.
            faults.add(Fault.at(path + ".meaning", "meaning-fixed"));
        } else if (meant == null ? wanted != null : meant.meaning(wanted) == null) {
            faults.add(Fault.at(path + ".meaning", wanted == null ? "required" : "not-choice"));
        }
        return wanted;
    }

    private void checkFixed(List<Stored> read) {
        boolean same = read.stream().map(Stored::code).collect(Collectors.toSet()).equals(before.keySet()) && read.stream().allMatch(Stored::active);
        if (attribute.isFixed() && !same) {
            faults.add(Fault.at("choices", "choices-of-program"));
        }
    }

    /** In no language two read the same. */
    private void checkLabels(List<Stored> read) {
        for (Locale language : Languages.all()) {
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < read.size(); i++) {
                String label = messages.label(language, attribute, StoredChoices.item(attribute, read.get(i)));
                String path = "choices[" + i + "].label";
                if (!seen.add(label.toLowerCase(Locale.ROOT)) && faults.stream().noneMatch(fault -> fault.path().equals(path))) {
                    faults.add(Fault.at(path, "choice-there"));
                }
            }
        }
    }

    /** Rules rest on them: records must be able to come to each. */
    private void checkMeanings(List<Stored> read) {
        if (meant != null) {
            Set<String> offered = read.stream().filter(Stored::active).map(Stored::meaning).filter(Objects::nonNull).collect(Collectors.toSet());
            Locale language = Languages.closest(io.keyuan.engine.Caller.current().locale());
            for (Enum<?> meaning : Objects.requireNonNull(meant.meanings()).getEnumConstants()) {
                if (!offered.contains(ChoiceType.code(meaning))) {
                    faults.add(Fault.at("choices", "meaning-needed", label(messages, language, attribute, meaning)));
                }
            }
        }
    }

    /** What people call what a choice means. */
    static String label(Messages messages, Locale language, Attribute<?> attribute, Enum<?> meaning) {
        return messages.text(language, attribute.labelKey() + ".meaning." + ChoiceType.code(meaning));
    }

    private void checkInitial(List<Stored> read) {
        List<Stored> initial = read.stream().filter(Stored::initial).toList();
        if (initial.size() > 1 || !initial.isEmpty() && attribute.type() instanceof MultiChoiceType) {
            faults.add(Fault.at("choices", "one-initial"));
        } else if (initial.stream().anyMatch(choice -> !choice.active())) {
            faults.add(Fault.at("choices", "initial-inactive"));
        } else if (attribute.initial() instanceof Choice first) {
            String meaning = begins(first);
            if (initial.isEmpty() || !Objects.equals(initial.getFirst().meaning(), meaning)) {
                faults.add(Fault.at("choices", "initial-needed"));
            }
        }
    }

    /** What a new record means by the definition: none begins at its end. */
    private @Nullable String begins(Choice first) {
        return attribute.type().options().stream()
                .filter(option -> option.code().equals(first.code()))
                .map(option -> option.meaning() == null ? null : ChoiceType.code(option.meaning()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
