package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.LinesType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which attribute a value goes to.
 *
 * @param lines where it is one of a line: a row of the file is one record with one line; null for the record's own
 */
record Target(@Nullable Attribute<?> lines, Attribute<?> attribute) {

    Target {
        if (lines != null && !(lines.type() instanceof LinesType)) {
            throw new IllegalArgumentException(lines + " has no lines");
        }
    }

    /** Under which the pipeline tells what is wrong with it. */
    String path() {
        return lines == null ? attribute.name() : lines.name() + "[0]." + attribute.name();
    }

    /** How maps call it. */
    String field() {
        return lines == null ? attribute.name() : lines.name() + "." + attribute.name();
    }

    void put(Map<String, @Nullable Object> input, @Nullable Object json) {
        place(input).put(attribute.name(), json);
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
