package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Column;
import io.keyuan.engine.ObjectType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Rows that are not stored, not yet or no longer, as a table that looks like that of their object, so that conditions can be asked of them. */
public final class DraftedRows {

    private DraftedRows() {}

    /**
     * One row of {@link #of}.
     *
     * @param values what a record has of each attribute
     */
    public static Map<String, Object> row(ObjectType type, Function<Attribute<?>, @Nullable Object> values) {
        Map<String, Object> row = new LinkedHashMap<>();
        type.attributes().forEach(attribute -> put(row, attribute, values.apply(attribute)));
        row.put("tenant_id", Caller.current().tenant());
        return row;
    }

    @SuppressWarnings("unchecked")
    private static <T> void put(Map<String, Object> row, Attribute<T> attribute, @Nullable Object value) {
        if (value == null || attribute.columns().isEmpty()) {
            return;
        }
        @Nullable Object[] cells = new Object[attribute.columns().size()];
        attribute.type().bind((T) value, cells);
        for (int i = 0; i < cells.length; i++) {
            Column column = attribute.columns().get(i);
            String text = StoredCells.member(cells[i]);
            if (text != null && column.document() == null) {
                row.put(column.name(), text);
            } else if (text != null) {
                ((Map<String, Object>) row.computeIfAbsent(column.stored().name(), any -> new LinkedHashMap<>())).put(column.name(), text);
            }
        }
    }

    /** @param rows an array of objects with a member for each column; the tenant's id is one of them */
    public static Table<Record> of(ObjectType type, String alias, String rows) {
        return table("jsonb_populate_recordset(null::" + Insert.quoted(type.table()) + ", {0})", val(JSONB.valueOf(rows))).as(name(alias));
    }
}
