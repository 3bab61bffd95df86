package io.keyuan.program.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** How the program signs in to its own server, and the role and database it makes for itself there. */
record DatabaseAccess(PostgresServer server, DatabaseSecrets secrets) {
    private static final String INVALID_PASSWORD = "28P01";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final Set<String> NOT_YET_CREATED = Set.of(INVALID_PASSWORD, NO_SUCH_DATABASE);

    DatabaseAddress owner() {
        return owner(server.port(), secrets);
    }

    static DatabaseAddress owner(int port, DatabaseSecrets secrets) {
        return new DatabaseAddress(url(port, "keyuan"), "keyuan", secrets.owner());
    }

    DatabaseAddress superuser() {
        return new DatabaseAddress(url(server.port(), "postgres"), "postgres", secrets.superuser());
    }

    /** Connects once as the program will; the first time of all it makes the role and the database. */
    void verify() throws SQLException {
        try {
            owner().connect().close();
        } catch (SQLException refused) {
            if (!NOT_YET_CREATED.contains(String.valueOf(refused.getSQLState()))) {
                throw refused;
            }
            create();
            owner().connect().close();
        }
    }

    private void create() throws SQLException {
        try (Connection connection = superuser().connect();
                Statement statement = connection.createStatement()) {
            if (missing(statement, "SELECT FROM pg_roles WHERE rolname = 'keyuan'")) {
                statement.execute("CREATE ROLE keyuan LOGIN");
            }
            statement.execute("ALTER ROLE keyuan PASSWORD '" + secrets.owner() + "'");
            if (missing(statement, "SELECT FROM pg_database WHERE datname = 'keyuan'")) {
                statement.execute("CREATE DATABASE keyuan OWNER keyuan");
            }
        }
    }

    private static boolean missing(Statement statement, String query) throws SQLException {
        try (var result = statement.executeQuery(query)) {
            return !result.next();
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
