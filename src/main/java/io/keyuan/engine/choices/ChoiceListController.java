package io.keyuan.engine.choices;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ChoiceDependency;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.api.IfMatch;
import io.keyuan.engine.choices.ChoiceSettings.Line;
import io.keyuan.engine.choices.ChoiceTable.Stored;
import io.keyuan.engine.jobs.Jobs;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The lists of choices of a company, for whoever may set up their objects. A list is called by the object as in addresses, a dot, and its attribute.
 */
@RestController
@RequestMapping("/api/v1/choice-lists")
class ChoiceListController {

    private final ObjectTypes types;
    private final Access access;
    private final ChoiceSettings settings;
    private final ChoiceTable table;
    private final ChoiceUse use;
    private final Messages messages;
    private final Jobs jobs;

    ChoiceListController(
            ObjectTypes types, Access access, ChoiceSettings settings, ChoiceTable table, ChoiceUse use, Messages messages, Jobs jobs) {
        this.types = types;
        this.access = access;
        this.settings = settings;
        this.table = table;
        this.use = use;
        this.messages = messages;
        this.jobs = jobs;
    }

    /**
     * A list among others.
     *
     * @param object as in addresses
     * @param multiple whether a record may have several of them
     * @param size how many there are
     * @param active how many of them records may take
     */
    record Listed(String id, String object, String objectLabel, String attribute, String label, boolean multiple, int size, int active) {}

    /** What a choice may mean. */
    record Meaning(String code, String label) {}

    /**
     * A choice as answers show it.
     *
     * @param label what it is called in the caller's language
     * @param ready what the program calls it there; null where it has no word for it
     * @param chance how likely a record that has it comes to a good end, of a hundred; null where nobody says
     * @param records how many have it
     */
    record Shown(
            String code, String label, @Nullable String ready, Map<String, String> labels, @Nullable String meaning, @Nullable String color,
            boolean active, boolean initial, @Nullable BigDecimal chance, int records) {}

    /**
     * A list as answers show it.
     *
     * @param fixed whether choices may neither be added nor dropped
     * @param begins whether a new record has to begin with one of them
     * @param chances whether each may say how likely a record that has it comes to a good end
     * @param meanings what they may mean; empty where they have no fixed meanings
     */
    record ShownList(
            String id, String object, String objectLabel, String attribute, String label, boolean multiple, long version, boolean fixed, boolean begins, boolean chances,
            List<Meaning> meanings, @Nullable Dependency dependsOn, List<Shown> choices) {}

    /**
     * Which choices fit to which of another attribute.
     *
     * @param attribute the name of that other one; as it is sent, null where all fit to all
     * @param fits the codes that fit, by the code of the other; to one that is not named all do
     */
    record Dependency(@Nullable String attribute, @Nullable Map<String, @Nullable List<@Nullable String>> fits) {

        static Dependency of(ChoiceDependency dependency) {
            Map<String, @Nullable List<@Nullable String>> fits = new TreeMap<>();
            dependency.fits().forEach((code, fitting) -> fits.put(code, fitting.stream().sorted().<@Nullable String>map(each -> each).toList()));
            return new Dependency(dependency.attribute(), fits);
        }

        @Nullable ChoiceDependency said() {
            if (attribute == null) {
                return null;
            }
            Map<String, Set<String>> said = new HashMap<>();
            if (fits != null) {
                fits.forEach((code, fitting) -> said.put(code, fitting == null ? Set.of() : codes(fitting)));
            }
            return new ChoiceDependency(attribute, said);
        }

        private static Set<String> codes(List<@Nullable String> fitting) {
            return fitting.stream().map(code -> code == null ? "" : code).collect(Collectors.toSet());
        }
    }

    /**
     * A choice as it is sent.
     *
     * @param label in the language of whoever sends it
     * @param labels by the tag of the language
     * @param active null for yes
     * @param initial null for no
     */
    record LineInput(
            @Nullable String code, @Nullable String label, @Nullable Map<String, @Nullable String> labels, @Nullable String meaning, @Nullable String color,
            @Nullable Boolean active, @Nullable Boolean initial, @Nullable BigDecimal chance) {

        Line line() {
            Map<String, String> said = new HashMap<>();
            if (labels != null) {
                labels.forEach((language, word) -> said.put(language, word == null ? "" : word));
            }
            if (label != null) {
                said.put(Languages.closest(Caller.current().locale()).toLanguageTag(), label);
            }
            return new Line(code, said, meaning, color, !Boolean.FALSE.equals(active), Boolean.TRUE.equals(initial), chance);
        }
    }

    record Input(@Nullable List<@Nullable LineInput> choices) {}

    record Replacement(@Nullable String from, @Nullable String to) {}

    @GetMapping
    Map<String, List<Listed>> list() {
        Map<String, List<Stored>> all = table.all();
        return Map.of("items", types.all().stream()
                .filter(type -> type.isThere() && !type.can(Capability.HIDDEN) && access.may(Right.READ, type) && access.may(Right.CONFIGURE, type))
                .flatMap(type -> type.attributes().stream())
                .filter(attribute -> attribute.type().isOfChoices() && attribute.isWritable() && access.mayRead(attribute))
                .map(attribute -> listed(attribute, all.getOrDefault(attribute.toString(), List.of())))
                .toList());
    }

    private Listed listed(Attribute<?> attribute, List<Stored> choices) {
        return new Listed(
                id(attribute), attribute.object().path(), messages.label(language(), attribute.object()), attribute.name(), messages.label(language(), attribute),
                attribute.type() instanceof MultiChoiceType, choices.size(), (int) choices.stream().filter(Stored::active).count());
    }

    private static String id(Attribute<?> attribute) {
        return attribute.object().path() + "." + attribute.name();
    }

    private static Locale language() {
        return Languages.closest(Caller.current().locale());
    }

    @GetMapping("/{id}")
    ShownList get(@PathVariable String id) {
        return shown(attribute(id));
    }

    private ShownList shown(Attribute<?> attribute) {
        Map<String, Integer> counts = use.counts(attribute);
        List<Shown> choices = table.of(attribute).stream().map(choice -> new Shown(
                choice.code(), settings.label(attribute, choice), messages.ready(language(), attribute, choice.code()), choice.labels(), choice.meaning(),
                choice.colour(), choice.active(), choice.initial(), choice.chance(), counts.getOrDefault(choice.code(), 0))).toList();
        return new ShownList(
                id(attribute), attribute.object().path(), messages.label(language(), attribute.object()), attribute.name(), messages.label(language(), attribute),
                attribute.type() instanceof MultiChoiceType, table.version(attribute), attribute.isFixed(), attribute.initial() != null, WantedChoices.saysChances(attribute),
                meanings(attribute), dependsOn(attribute), choices);
    }

    private @Nullable Dependency dependsOn(Attribute<?> attribute) {
        ChoiceDependency dependency = table.dependency(attribute);
        return dependency == null ? null : Dependency.of(dependency);
    }

    private List<Meaning> meanings(Attribute<?> attribute) {
        return attribute.type() instanceof ChoiceType type && type.meanings() != null
                ? Arrays.stream(type.meanings().getEnumConstants())
                        .map(meaning -> new Meaning(ChoiceType.code(meaning), WantedChoices.label(messages, language(), attribute, meaning)))
                        .toList()
                : List.of();
    }

    @PutMapping("/{id}")
    ShownList replace(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String match, @RequestBody Input input) {
        Attribute<?> attribute = attribute(id);
        long version = IfMatch.version(match);
        List<Line> lines = new ArrayList<>();
        for (LineInput line : input.choices() == null ? List.<@Nullable LineInput>of() : input.choices()) {
            if (line == null) {
                throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("choices[" + lines.size() + "]", "required"));
            }
            lines.add(line.line());
        }
        if (input.choices() == null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("choices", "required"));
        }
        settings.replace(attribute, version, lines);
        return shown(attribute);
    }

    @PutMapping("/{id}/dependency")
    ShownList depend(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String match, @RequestBody Dependency wanted) {
        Attribute<?> attribute = attribute(id);
        settings.depend(attribute, IfMatch.version(match), wanted.said());
        return shown(attribute);
    }

    @PostMapping("/{id}/replacements")
    @Transactional
    public ResponseEntity<Map<String, Object>> replaceOne(@PathVariable String id, @RequestBody Replacement wanted) {
        Attribute<?> attribute = attribute(id);
        table.begin(attribute);
        List<Stored> choices = table.of(attribute);
        Stored from = find(choices, "from", wanted.from());
        Stored to = find(choices, "to", wanted.to());
        requireFit(attribute, from, to);
        settings.retire(attribute, from);
        String title = messages.plural(language(), attribute.object()) + " · " + messages.label(language(), attribute) + " · "
                + settings.label(attribute, from) + " → " + settings.label(attribute, to);
        var order = new ReplaceChoice.Order(attribute.object().name(), attribute.name(), from.code(), to.code());
        UUID job = jobs.submit(ReplaceChoice.KIND, title, any -> order);
        return ResponseEntity.accepted().location(URI.create(Jobs.address(job))).body(jobs.describe(job));
    }

    private static Stored find(List<Stored> choices, String path, @Nullable String code) {
        return choices.stream()
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.RULE_BROKEN, Fault.at(path, code == null ? "required" : "not-choice")));
    }

    private static void requireFit(Attribute<?> attribute, Stored from, Stored to) {
        List<Fault> faults = new ArrayList<>();
        if (attribute.isFixed()) {
            faults.add(Fault.at("from", "choices-of-program"));
        }
        if (from.initial()) {
            faults.add(Fault.at("from", "initial-replaced"));
        }
        if (from.code().equals(to.code())) {
            faults.add(Fault.at("to", "choice-itself"));
        } else if (!to.active()) {
            faults.add(Fault.at("to", "inactive-choice"));
        } else if (!java.util.Objects.equals(from.meaning(), to.meaning())) {
            faults.add(Fault.at("to", "other-meaning"));
        }
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, faults.toArray(Fault[]::new));
        }
    }

    /** @throws Problem 404 where there is no such list for the caller, 403 where it is not theirs to set up */
    Attribute<?> attribute(String id) {
        int dot = id.indexOf('.');
        ObjectType type = dot < 0 ? null : types.byPath(id.substring(0, dot));
        Attribute<?> attribute = type == null || !type.isThere() ? null : type.find(id.substring(dot + 1));
        if (attribute == null || !attribute.type().isOfChoices() || !attribute.isWritable() || !access.may(Right.READ, attribute.object()) || !access.mayRead(attribute)) {
            throw Problem.notFound();
        }
        if (!access.may(Right.CONFIGURE, attribute.object())) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-set-up"));
        }
        return attribute;
    }
}
