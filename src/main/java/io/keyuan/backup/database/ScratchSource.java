package io.keyuan.backup.database;

import io.keyuan.backup.Database;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Connections for which there is only one schema: a statement that names none cannot reach what others use. */
final class ScratchSource extends AbstractDataSource {

    private final Database database;
    private final String schema;

    ScratchSource(Database database, String schema) {
        this.database = database;
        this.schema = schema;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = database.open();
        // What is written here is either moved by a last, durable transaction or thrown away.
        new Sql(connection).call("""
                select set_config('search_path', ?, false), set_config('synchronous_commit', 'off', false),
                       set_config('statement_timeout', '0', false), set_config('client_min_messages', 'warning', false)""",
                schema);
        return connection;
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }
}
