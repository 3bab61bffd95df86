package io.keyuan.program.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A database for tests that may lose everything when the machine stops, and is faster for it. It lives among the tests,
 * so no configuration of the program can ask for it.
 */
public final class VolatileDatabase {
    private static final long MEMORY = 1L << 30;

    private VolatileDatabase() {}

    /** Starts a server without durability whose program role may create databases. */
    public static EmbeddedDatabase start(Path home) {
        var settings = new LinkedHashMap<>(ServerSettings.durable(MEMORY).configuration());
        settings.put("max_connections", "200");
        EmbeddedDatabase database = EmbeddedDatabase.start(
                home,
                new ServerSettings(
                        Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"), settings),
                line -> {});
        try (var connection = database.superuserAddress().connect(); var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE keyuan CREATEDB");
        } catch (SQLException failure) {
            database.close();
            throw new IllegalStateException(failure);
        }
        return database;
    }
}
