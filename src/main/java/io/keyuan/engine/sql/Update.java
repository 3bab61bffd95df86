package io.keyuan.engine.sql;

import io.keyuan.engine.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes the same columns of rows of one of a tenant's tables with one statement, each row to its own values. */
public final class Update {

    private static final Column ID = new Column("id", "uuid", true, "");

    private final String one;
    private final String many;
    private final List<Column> columns;

    public Update(String table, List<Column> changed) {
        columns = new ArrayList<>(changed);
        columns.add(ID);
        String update = "update " + Insert.quoted(table) + " t set ";
        one = update + sets(changed, Update::parameter) + " where t.id = ?::uuid and t.tenant_id = ?";
        many = update + sets(changed, column -> merged(column, Insert.value(column))) + " from unnest("
                + Insert.arrays(columns) + ") as u(" + Insert.names(columns) + ") where t.id = u.id and t.tenant_id = ?";
    }

    private static String sets(List<Column> changed, java.util.function.Function<Column, String> value) {
        return changed.stream()
                .map(column -> Insert.quoted(column.name()) + " = " + value.apply(column))
                .collect(Collectors.joining(", "));
    }

    private static String parameter(Column column) {
        return merged(column, "?::" + column.sqlType());
    }

    /** Of a document only what changes is said; a null takes a member out. */
    private static String merged(Column column, String value) {
        return column.isDocument() ? "jsonb_strip_nulls(coalesce(t." + Insert.quoted(column.name()) + ", '{}') || coalesce(" + value + ", '{}'))" : value;
    }

    /** @param values one array per changed column, and the ids as the last; all as long as there are rows */
    public DataChange of(@Nullable Object[][] values) {
        int rows = values[0].length;
        List<Parameter> parameters = new ArrayList<>(Insert.bound(columns, values));
        parameters.add(Parameter.tenant());
        return new DataChange(rows == 1 ? one : many, parameters, rows);
    }
}
