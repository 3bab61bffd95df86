package io.keyuan.engine.attribute;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Languages;
import io.keyuan.engine.ObjectDefinition;
import io.keyuan.engine.Problem;
import io.keyuan.engine.api.Said;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what somebody wants an object to be. */
final class ObjectForm {

    private static final int LONGEST_DESCRIPTION = 500;
    static final int MOST_STAGES = 30;
    private static final int LONGEST_STAGE = 100;
    private static final String ICON = "square";
    private static final Pattern ICONS = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private ObjectForm() {}

    /**
     * As it is sent. In a change, what is null stays as it is.
     *
     * @param path in addresses; made of the label where it is not given
     * @param label of one record, in the language of whoever sends it; {@code labels} by the tag of the language
     * @param plural of several records
     * @param title what the text is called by which people know a record
     * @param stages what people call the stages its records go through; none where they have no board
     */
    record Body(
            @Nullable String path, @Nullable String label, @Nullable Map<String, @Nullable String> labels, @Nullable String plural,
            @Nullable Map<String, @Nullable String> plurals, @Nullable String title, @Nullable Map<String, @Nullable String> titles,
            @Nullable String description, @Nullable String icon, @Nullable Integer place, @Nullable Boolean owned,
            @Nullable List<@Nullable String> stages) {}

    /** What is to be defined, with the labels of its stages. */
    record New(ObjectDefinition definition, Set<String> stages) {}

    /**
     * @param taken whether a path is another object's
     * @throws Problem with everything that is wrong
     */
    static New read(Body body, Predicate<String> taken) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> labels = Said.words("label", Said.LONGEST_WORD, Map.of(), body.label(), body.labels(), faults);
        if (labels.isEmpty() && faults.isEmpty()) {
            faults.add(Fault.at("label", "required"));
        }
        Map<String, String> plurals = Said.words("plural", Said.LONGEST_WORD, Map.of(), body.plural(), body.plurals(), faults);
        Map<String, String> titles = Said.words("title", Said.LONGEST_WORD, Map.of(), body.title(), body.titles(), faults);
        Set<String> stages = stages(body.stages(), faults);
        String path = path(body.path(), plurals.isEmpty() ? labels : plurals, taken, faults);
        String description = Said.text("description", body.description(), LONGEST_DESCRIPTION, faults);
        String icon = icon(body.icon(), ICON, faults);
        Said.refuse(faults);
        return new New(
                new ObjectDefinition(
                        Ids.next(), path.replace('-', '_'), path, labels, plurals, titles, description, icon, 0, !Boolean.FALSE.equals(body.owned()),
                        !stages.isEmpty(), null, false),
                stages);
    }

    /** @throws Problem with everything that is wrong */
    static ObjectDefinition read(ObjectDefinition before, Body body) {
        List<Fault> faults = new ArrayList<>();
        Said.refuseFixed("path", body.path(), before.path(), faults);
        Said.refuseFixed("owned", body.owned(), before.owned(), faults);
        Said.refuseFixed("stages", body.stages(), null, faults);
        Map<String, String> labels = Said.words("label", Said.LONGEST_WORD, before.labels(), body.label(), body.labels(), faults);
        if (labels.isEmpty() && faults.isEmpty()) {
            faults.add(Fault.at("label", "required"));
        }
        Map<String, String> plurals = Said.words("plural", Said.LONGEST_WORD, before.plurals(), body.plural(), body.plurals(), faults);
        Map<String, String> titles = Said.words("title", Said.LONGEST_WORD, before.titles(), body.title(), body.titles(), faults);
        String description = body.description() == null ? before.description() : Said.text("description", body.description(), LONGEST_DESCRIPTION, faults);
        String icon = icon(body.icon(), before.icon(), faults);
        Said.refuse(faults);
        return new ObjectDefinition(
                before.id(), before.name(), before.path(), labels, plurals, titles, description, icon,
                body.place() == null ? before.place() : body.place(), before.owned(), before.staged(), before.removedAt(), before.erased());
    }

    private static String icon(@Nullable String given, String before, List<Fault> faults) {
        if (given != null && !ICONS.matcher(given).matches()) {
            faults.add(Fault.at("icon", "bad-value"));
        }
        return given == null ? before : given;
    }

    private static String path(@Nullable String given, Map<String, String> words, Predicate<String> taken, List<Fault> faults) {
        if (given == null || given.isBlank()) {
            return ObjectPath.of(words.getOrDefault(Languages.ENGLISH.toLanguageTag(), words.values().stream().findFirst().orElse("")), taken);
        }
        if (!ObjectPath.isOne(given)) {
            faults.add(Fault.at("path", "bad-object-path"));
        } else if (taken.test(given)) {
            faults.add(Fault.at("path", "object-path-taken"));
        }
        return given;
    }

    private static Set<String> stages(@Nullable List<@Nullable String> given, List<Fault> faults) {
        Set<String> stages = new LinkedHashSet<>();
        if (given != null && given.size() > MOST_STAGES) {
            faults.add(Fault.at("stages", "too-many", MOST_STAGES));
            return stages;
        }
        for (int i = 0; given != null && i < given.size(); i++) {
            String label = Said.text("stages[" + i + "]", given.get(i), LONGEST_STAGE, faults);
            if (!label.isEmpty()) {
                stages.add(label);
            }
        }
        return stages;
    }
}
