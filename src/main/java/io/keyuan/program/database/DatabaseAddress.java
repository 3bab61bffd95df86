package io.keyuan.program.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Where a database is and how to sign in.
 *
 * @param url a JDBC URL
 * @param user null when the URL names the user
 * @param password null when the URL carries it or none is needed
 */
public record DatabaseAddress(String url, @Nullable String user, @Nullable String password) {
    private static final int CONNECT_SECONDS = 10;

    /** Opens one connection; the caller closes it. */
    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("Not an address of a PostgreSQL database");
        }
        return connection;
    }

    /** The address without its secrets, fit for a log. */
    @Override
    public String toString() {
        return url.replaceFirst("[?].*", "");
    }
}
