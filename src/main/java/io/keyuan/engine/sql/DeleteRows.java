package io.keyuan.engine.sql;

import io.keyuan.engine.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes away the rows of one of a tenant's tables that have these values in some columns; they may be gone already. */
public final class DeleteRows {

    private final String sql;
    private final List<Column> columns;

    /** @param columns by which a row is known, none of them an array */
    public DeleteRows(String table, List<Column> columns) {
        this.columns = List.copyOf(columns);
        sql = "delete from " + Insert.quoted(table) + " t using unnest(" + Insert.arrays(columns) + ") as u(" + Insert.names(columns) + ") where "
                + columns.stream().map(column -> "t." + Insert.quoted(column.name()) + " = " + Insert.value(column)).collect(Collectors.joining(" and "))
                + " and t.tenant_id = ?";
    }

    /** @param values one array per column, all as long as there are rows */
    public DataChange of(@Nullable Object[][] values) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            parameters.add(new Parameter.Many(columns.get(i).sqlType(), values[i]));
        }
        parameters.add(Parameter.tenant());
        return new DataChange(sql, parameters, DataChange.ANY);
    }
}
