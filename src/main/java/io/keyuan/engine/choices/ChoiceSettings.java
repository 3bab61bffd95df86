package io.keyuan.engine.choices;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeUses;
import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ChoiceDependency;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.choices.ChoiceTable.Stored;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of an attribute's choices as a whole, for whoever sets it up: read, and put in place of what was there. Who may do so is asked before.
 */
@Service
public class ChoiceSettings {

    private static final int TOLD = 5;

    /** So many choices of a list stand in the trail. */
    private static final int KEPT = 60;

    private final ChoiceTable table;
    private final StoredChoices choices;
    private final ChoiceUse use;
    private final ObjectProvider<AttributeUses> uses;
    private final Messages messages;
    private final AuditTrail trail;
    private final Access access;

    ChoiceSettings(
            ChoiceTable table, StoredChoices choices, ChoiceUse use, ObjectProvider<AttributeUses> uses, Messages messages, AuditTrail trail,
            Access access) {
        this.table = table;
        this.choices = choices;
        this.use = use;
        this.uses = uses;
        this.messages = messages;
        this.trail = trail;
        this.access = access;
    }

    /**
     * One choice as it is to be.
     *
     * @param code null for one that is to be added, whose code is made of its label
     * @param labels by the tag of the language; may be empty where the program has a word for the code
     * @param meaning by its code; null where the choices have none, or it is to stay as it is
     * @param color one of the look's accents; null for none
     * @param active whether records may still take it
     * @param initial whether a new record begins with it
     * @param chance how likely a record that has it comes to a good end, of a hundred; null where nobody says
     */
    public record Line(
            @Nullable String code, Map<String, String> labels, @Nullable String meaning, @Nullable String color, boolean active, boolean initial,
            @Nullable BigDecimal chance) {}

    /**
     * A list as it is.
     *
     * @param version grows with every change, from 1
     * @param choices in their order
     * @param dependency which of them fit to what; null where all do to all
     */
    public record Settings(long version, List<Line> choices, @Nullable ChoiceDependency dependency) {}

    public Settings read(Attribute<?> attribute) {
        return new Settings(table.version(attribute), table.of(attribute).stream().map(ChoiceSettings::line).toList(), table.dependency(attribute));
    }

    static Line line(Stored choice) {
        return new Line(choice.code(), choice.labels(), choice.meaning(), choice.colour(), choice.active(), choice.initial(), choice.chance());
    }

    /**
     * Puts these in place of what there is, in their order. What is missing is deleted, which works only where no record has it and no rule goes by
     * the attribute: other choices are {@linkplain Line#active() put out of use} or {@linkplain ReplaceChoice replaced}.
     *
     * @throws Problem with everything that is wrong, or {@link ProblemKind#STALE} where somebody else has changed the list meanwhile
     */
    @Transactional
    public Settings replace(Attribute<?> attribute, long version, List<Line> wanted) {
        begin(attribute, version);
        List<Stored> before = table.of(attribute);
        List<Stored> after = new WantedChoices(attribute, before, messages).read(wanted);
        requireUnused(attribute, before, after);
        if (!after.equals(before)) {
            table.replace(attribute, after);
            forgetGone(attribute);
            changed(attribute, before, after);
        }
        return read(attribute);
    }

    private void begin(Attribute<?> attribute, long version) {
        table.begin(attribute);
        if (table.version(attribute) != version) {
            throw Problem.of(ProblemKind.STALE, Fault.whole("stale"));
        }
    }

    /**
     * Says which choices fit to which of another attribute. What records have already they keep until one of the two changes.
     *
     * @param dependency null where all fit to all
     * @throws Problem with everything that is wrong, or {@link ProblemKind#STALE} where somebody else has changed the list meanwhile
     */
    @Transactional
    public Settings depend(Attribute<?> attribute, long version, @Nullable ChoiceDependency dependency) {
        // One after the other for the object, so that two who say something at once make no circle.
        table.beginDependencies(attribute.object());
        begin(attribute, version);
        if (dependency != null) {
            requireFit(attribute, dependency);
        }
        table.depend(attribute, dependency);
        kept("choices-fitted", attribute, Map.of("by", dependency == null ? "–" : label(Languages.ENGLISH, attribute.object(), dependency.attribute())));
        return read(attribute);
    }

    private void requireFit(Attribute<?> attribute, ChoiceDependency dependency) {
        Attribute<?> other = attribute.object().find(dependency.attribute());
        if (other == null || !other.type().isOfChoices() || !access.mayRead(other)) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("attribute", "unknown-attribute"));
        }
        List<String> way = new Circles(attribute.object(), table.dependencies()).from(attribute, other);
        if (!way.isEmpty()) {
            Locale language = Languages.closest(Caller.current().locale());
            String labels = way.stream().map(name -> label(language, attribute.object(), name)).collect(Collectors.joining(" → "));
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("attribute", "choice-circle", labels));
        }
        Set<String> others = codes(other);
        Set<String> own = codes(attribute);
        List<Fault> faults = new ArrayList<>();
        dependency.fits().forEach((code, fitting) -> {
            if (!others.contains(code) || !own.containsAll(fitting)) {
                faults.add(Fault.at("fits", "not-choice"));
            }
        });
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, faults.getFirst());
        }
    }

    /** One that was removed has no word any more, but comes back as part of the circle. */
    private String label(Locale language, ObjectType type, String name) {
        Attribute<?> attribute = type.find(name);
        return attribute == null ? name : messages.label(language, attribute);
    }

    private Set<String> codes(Attribute<?> attribute) {
        return table.of(attribute).stream().map(Stored::code).collect(Collectors.toSet());
    }

    /** What fitted to a choice that is gone must not fit to a later one of its code. */
    private void forgetGone(Attribute<?> attribute) {
        Set<String> codes = codes(attribute);
        table.dependencies().forEach((name, dependency) -> {
            Attribute<?> dependent = attribute.object().attributes().stream().filter(each -> each.toString().equals(name)).findFirst().orElse(null);
            if (dependent != null && (dependent.equals(attribute) || dependency.attribute().equals(attribute.name()))) {
                Attribute<?> other = attribute.object().find(dependency.attribute());
                ChoiceDependency left = other == null ? null : dependency.among(codes(dependent), other.equals(attribute) ? codes : codes(other));
                if (left != null && !left.equals(dependency)) {
                    table.depend(dependent, left);
                }
            }
        });
    }

    private void requireUnused(Attribute<?> attribute, List<Stored> before, List<Stored> after) {
        Set<String> kept = after.stream().map(Stored::code).collect(Collectors.toSet());
        List<Stored> gone = before.stream().filter(choice -> !kept.contains(choice.code())).toList();
        List<Fault> faults = new ArrayList<>();
        gone.stream().filter(choice -> use.isUsed(attribute, choice.code())).map(choice -> Fault.at("choices", "choice-used", label(attribute, choice))).forEach(faults::add);
        List<String> goesBy = gone.isEmpty() ? List.of() : goBy(attribute);
        if (!goesBy.isEmpty()) {
            faults.add(Fault.at("choices", "choice-gone-by", String.join(", ", goesBy)));
        }
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, faults.toArray(Fault[]::new));
        }
    }

    private List<String> goBy(Attribute<?> attribute) {
        return uses.stream().flatMap(each -> each.of(attribute).stream()).distinct().limit(TOLD).toList();
    }

    String label(Attribute<?> attribute, Stored choice) {
        Locale language = Languages.closest(Caller.current().locale());
        return messages.label(language, attribute, StoredChoices.item(attribute, choice));
    }

    /** Puts one out of use, since another takes its place. */
    void retire(Attribute<?> attribute, Stored retired) {
        List<Stored> before = table.of(attribute);
        List<Stored> after = before.stream().map(each -> each.code().equals(retired.code()) ? each.inactive() : each).toList();
        table.replace(attribute, after);
        changed(attribute, before, after);
    }

    /** @return whether it is still out of use and nothing has it or goes by it any more, and it is gone */
    boolean dropUnused(Attribute<?> attribute, String code) {
        table.begin(attribute);
        List<Stored> before = table.of(attribute);
        // Somebody may have thought better of it meanwhile.
        boolean retired = before.stream().anyMatch(choice -> choice.code().equals(code) && !choice.active());
        if (!retired || use.isUsed(attribute, code) || !goBy(attribute).isEmpty()) {
            return false;
        }
        table.delete(attribute, code);
        forgetGone(attribute);
        changed(attribute, before, table.of(attribute));
        return true;
    }

    private void changed(Attribute<?> attribute, List<Stored> before, List<Stored> after) {
        kept("choices-changed", attribute, Map.of("before", words(attribute, before), "after", words(attribute, after)));
    }

    /** In their order; those out of use in brackets. */
    private List<String> words(Attribute<?> attribute, List<Stored> list) {
        return list.stream()
                .limit(KEPT)
                .map(choice -> {
                    String label = messages.label(Languages.ENGLISH, attribute, StoredChoices.item(attribute, choice));
                    return choice.active() ? label : "(" + label + ")";
                })
                .toList();
    }

    private void kept(String kind, Attribute<?> attribute, Map<String, Object> more) {
        choices.forget();
        Map<String, Object> details = new HashMap<>(more);
        details.put("name", attribute.name());
        details.put("label", messages.label(Languages.ENGLISH, attribute));
        trail.keep(new AuditEvent(kind, attribute.object().name(), null, details));
    }
}
