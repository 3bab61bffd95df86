package io.keyuan.engine.sql;

import io.keyuan.engine.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As {@link Insert}, into a table whose rows carry the {@linkplain Snapshots#position position} of their transaction, so that
 * somebody who reads them in that order misses none that is committed late.
 */
public final class PositionedInsert {

    private static final String POSITION = "pg_current_xact_id()::text::bigint + ?::bigint";

    private final String one;
    private final String many;
    private final List<Column> columns;

    public PositionedInsert(String table, List<Column> columns) {
        this.columns = List.copyOf(columns);
        String names = Insert.names(columns);
        String into = "insert into " + Insert.quoted(table) + " (tenant_id, position, " + names + ") ";
        this.one = into + "values (?, " + POSITION + ", " + Insert.parameters(columns, "") + ")";
        this.many = into + "select ?, " + POSITION + ", u.* from unnest(" + Insert.parameters(columns, "[]") + ") as u(" + names + ")";
    }

    /**
     * @param era how often the tenant's data came back from a backup
     * @param values one array per column, all as long as there are rows
     */
    public DataChange of(int era, @Nullable Object[][] values) {
        int rows = values[0].length;
        List<Parameter> parameters = new ArrayList<>(columns.size() + 2);
        parameters.add(Parameter.tenant());
        parameters.add(new Parameter.One("bigint", Snapshots.offset(era)));
        parameters.addAll(Insert.bound(columns, values));
        return new DataChange(rows == 1 ? one : many, parameters, rows);
    }
}
