package io.keyuan.engine.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Runs the statements of this package in the current transaction, so that nobody else needs a connection. */
@Component
public final class Statements {

    private final JdbcTemplate jdbc;
    private final SlowStatements slow;

    Statements(JdbcTemplate jdbc, SlowStatements slow) {
        this.jdbc = jdbc;
        this.slow = slow;
    }

    /**
     * Runs these in their order. They travel together: the driver sends one after the other and then waits for all, which
     * costs one round trip however many there are.
     *
     * @throws IllegalStateException where one changes more or fewer rows than it has to
     */
    public void execute(List<DataChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        String sql = changes.stream().map(DataChange::sql).collect(Collectors.joining("; "));
        jdbc.execute(sql, (PreparedStatement statement) -> {
            bind(statement, changes);
            long begun = System.nanoTime();
            statement.execute();
            slow.ended(begun, sql);
            check(statement, changes);
            return true;
        });
    }

    private static void bind(PreparedStatement statement, List<DataChange> changes) throws SQLException {
        int at = 1;
        for (DataChange change : changes) {
            for (Parameter parameter : change.parameters()) {
                parameter.bind(statement, at++);
            }
        }
    }

    private static void check(PreparedStatement statement, List<DataChange> changes) throws SQLException {
        for (DataChange change : changes) {
            int changed = statement.getUpdateCount();
            if (change.rows() != DataChange.ANY && changed != change.rows()) {
                throw new IllegalStateException(changed + " rows instead of " + change.rows() + " were changed by " + change.sql());
            }
            statement.getMoreResults();
        }
    }
}
