package io.keyuan.engine.sql;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values of some attributes of many rows as the columns of a table take them: an array for each column. A document is one text of
 * JSON for each row, with a null for what is to be empty.
 */
public final class StoredCells {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Attribute<?>> attributes;
    private final List<Column> columns;
    /** Where in {@link #columns} the parts of each attribute go. */
    private final int[][] places;

    public StoredCells(List<? extends Attribute<?>> attributes) {
        this.attributes = List.copyOf(attributes);
        columns = columns(attributes);
        places = this.attributes.stream()
                .map(attribute -> attribute.columns().stream().mapToInt(part -> columns.indexOf(part.stored())).toArray())
                .toArray(int[][]::new);
    }

    /** The columns of a table that hold these attributes, none twice. */
    public static List<Column> columns(List<? extends Attribute<?>> attributes) {
        return attributes.stream().flatMap(attribute -> attribute.columns().stream()).map(Column::stored).distinct().toList();
    }

    public List<Column> columns() {
        return columns;
    }

    /** @return an array for each of {@link #columns}, as long as there are rows */
    public <R> @Nullable Object[][] of(List<R> rows, BiFunction<R, Attribute<?>, @Nullable Object> value) {
        @Nullable Object[][] cells = new Object[columns.size()][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            Map<Integer, Map<String, @Nullable String>> documents = new LinkedHashMap<>(2);
            for (int i = 0; i < places.length; i++) {
                put(cells, row, i, value.apply(rows.get(row), attributes.get(i)), documents);
            }
            for (var document : documents.entrySet()) {
                Objects.requireNonNull(cells[document.getKey()])[row] = JSON.writeValueAsString(document.getValue());
            }
        }
        return cells;
    }

    private void put(
            @Nullable Object[][] cells, int row, int at, @Nullable Object value, Map<Integer, Map<String, @Nullable String>> documents) {
        List<Column> parts = attributes.get(at).columns();
        @Nullable Object[] bound = bound(attributes.get(at), value, parts.size());
        for (int i = 0; i < bound.length; i++) {
            int place = Objects.requireNonNull(places[at])[i];
            if (parts.get(i).document() == null) {
                Objects.requireNonNull(cells[place])[row] = bound[i];
            } else {
                documents.computeIfAbsent(place, any -> new LinkedHashMap<>()).put(parts.get(i).name(), member(bound[i]));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable Object[] bound(Attribute<T> attribute, @Nullable Object value, int parts) {
        @Nullable Object[] bound = new Object[parts];
        attribute.type().bind((T) value, bound);
        return bound;
    }

    /** As PostgreSQL reads a value of the column's type from text. */
    static @Nullable String member(@Nullable Object bound) {
        return bound == null ? null : bound.toString();
    }
}
