package io.keyuan.engine.sql;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Changes the same columns of many rows of one of a tenant's tables with one statement, each row to its own values. */
public final class Update {

    private static final Column ID = new Column("id", "uuid", true, "");

    private final String sql;
    private final List<Column> columns;

    public Update(String table, List<Column> changed) {
        columns = new ArrayList<>(changed);
        columns.add(ID);
        String sets = changed.stream()
                .map(column -> Insert.quoted(column.name()) + " = u." + Insert.quoted(column.name()))
                .collect(Collectors.joining(", "));
        String names = columns.stream().map(column -> Insert.quoted(column.name())).collect(Collectors.joining(", "));
        sql = "update " + Insert.quoted(table) + " t set " + sets + " from unnest(" + Arrays.parameters(columns) + ") as u(" + names
                + ") where t.tenant_id = ? and t.id = u.id";
    }

    /** @param values one array per changed column, and the ids as the last */
    int execute(JdbcTemplate jdbc, @Nullable Object[][] values) {
        Integer count = jdbc.execute(sql, (java.sql.PreparedStatement statement) -> {
            Arrays.bind(statement, 1, columns, values);
            statement.setObject(columns.size() + 1, Caller.current().tenant());
            return statement.executeUpdate();
        });
        return count == null ? 0 : count;
    }
}
