package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.SomeParts;
import io.keyuan.engine.ValuePart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which attribute, or which part of one, a value goes to.
 *
 * @param lines where it is one of a line: a row of the file is one record with one line; null for the record's own
 * @param part of the attribute's values, as where province, city and street have columns of their own; null for the whole
 */
record Target(@Nullable Attribute<?> lines, Attribute<?> attribute, @Nullable ValuePart part) {

    Target {
        if (lines != null && !(lines.type() instanceof LinesType)) {
            throw new IllegalArgumentException(lines + " has no lines");
        }
    }

    Target(@Nullable Attribute<?> lines, Attribute<?> attribute) {
        this(lines, attribute, null);
    }

    /** The attribute, of which it may be a part. */
    Target whole() {
        return part == null ? this : new Target(lines, attribute);
    }

    private String name() {
        return part == null ? attribute.name() : attribute.name() + "." + part.name();
    }

    /** Under which the pipeline tells what is wrong with it. */
    String path() {
        return lines == null ? name() : lines.name() + "[0]." + name();
    }

    /** How maps call it. */
    String field() {
        return lines == null ? name() : lines.name() + "." + name();
    }

    /** Beside what columns have said of other parts, or of the whole. */
    void put(Map<String, @Nullable Object> input, @Nullable Object json) {
        Map<String, @Nullable Object> place = place(input);
        Object there = cleared(place.get(attribute.name()), place.containsKey(attribute.name()));
        if (part != null) {
            place.put(attribute.name(), SomeParts.of(there).and(part.name(), json));
        } else {
            place.put(attribute.name(), there instanceof SomeParts some ? some.beside(cleared(json, true)) : json);
        }
    }

    /** A value that is to be none has parts no more, other than one that is not spoken of. */
    private static @Nullable Object cleared(@Nullable Object json, boolean said) {
        return json == null && said ? Map.of() : json;
    }

    /** Gives it one more, where it may have several. */
    @SuppressWarnings("unchecked")
    void add(Map<String, @Nullable Object> input, Object json) {
        var all = (List<Object>) Objects.requireNonNull(place(input).computeIfAbsent(attribute.name(), any -> new ArrayList<>()));
        if (!all.contains(json)) {
            all.add(json);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, @Nullable Object> place(Map<String, @Nullable Object> input) {
        if (lines == null) {
            return input;
        }
        var rows = (List<Map<String, @Nullable Object>>) input.computeIfAbsent(lines.name(), any -> List.of(new LinkedHashMap<>()));
        return Objects.requireNonNull(rows).getFirst();
    }
}
