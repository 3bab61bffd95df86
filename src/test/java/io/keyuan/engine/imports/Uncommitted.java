package io.keyuan.engine.imports;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** A change that is written and not committed yet. */
final class Uncommitted implements AutoCloseable {

    private final Connection connection;

    private Uncommitted(Connection connection) {
        this.connection = connection;
    }

    static Uncommitted begin(DataSource database, String sql) {
        try {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.executeUpdate(sql);
            }
            return new Uncommitted(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until somebody wants the rows that are changed. */
    void awaitWaiter() {
        await().atMost(Duration.ofMinutes(1)).until(this::hasWaiter);
    }

    private boolean hasWaiter() throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select exists(select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))")) {
            return found.next() && found.getBoolean(1);
        }
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
