package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.raw;

import io.keyuan.engine.Column;
import java.util.List;
import org.jooq.SelectField;

/** What a statement selects of a table, for those who read the driver's result by position. */
public final class SelectedColumns {

    private SelectedColumns() {}

    /**
     * The columns in this order, as one piece of text: rendering forty fields one by one took longer than running the
     * statement.
     *
     * @param columns at least one
     */
    public static SelectField<?> of(String alias, List<Column> columns) {
        StringBuilder text = new StringBuilder(columns.size() * 20);
        for (Column column : columns) {
            text.append(text.isEmpty() ? "" : ", ").append(value(alias, column));
        }
        return field(raw(text.toString()));
    }

    private static String value(String alias, Column column) {
        String stored = Insert.quoted(alias) + '.' + Insert.quoted(column.stored().name());
        // A member is called after an attribute, and so has no quote in its name.
        return column.document() == null ? stored : "(" + stored + "->>'" + column.name() + "')::" + column.sqlType();
    }
}
