package io.keyuan;

import io.keyuan.program.DataFolder;
import io.keyuan.program.database.DatabaseAddress;
import io.keyuan.program.database.EmbeddedDatabase;
import io.keyuan.program.database.VolatileDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Real databases for tests: one PostgreSQL server per test run, kept between runs under {@code target}, and as many
 * fresh databases in it as tests ask for.
 */
public final class TestDatabase {
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedDatabase server;
    private static boolean migrated;

    private TestDatabase() {}

    /** A fresh database without a table in it. */
    public static DatabaseAddress empty() {
        return create("template0");
    }

    /** A fresh database with every migration applied, copied from one that was migrated once per run. */
    public static synchronized DatabaseAddress create() {
        if (!migrated) {
            drop(TEMPLATE);
            execute("CREATE DATABASE " + TEMPLATE + " TEMPLATE template0");
            migrate(address(TEMPLATE));
            migrated = true;
        }
        return create(TEMPLATE);
    }

    /** Connections to a database, each a new one. */
    public static DataSource dataSource(DatabaseAddress address) {
        var source = new PGSimpleDataSource();
        source.setUrl(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    private static DatabaseAddress create(String template) {
        String name = "test_" + NUMBER.incrementAndGet();
        drop(name);
        execute("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY FILE_COPY");
        return address(name);
    }

    private static void migrate(DatabaseAddress address) {
        Flyway.configure().dataSource(dataSource(address)).locations("classpath:db/migration").load().migrate();
    }

    private static void drop(String name) {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private static void execute(String sql) {
        try (var connection = server().address().connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static DatabaseAddress address(String name) {
        DatabaseAddress owner = server().address();
        return new DatabaseAddress(
                owner.url().replaceFirst("/keyuan$", "/" + name), owner.user(), owner.password());
    }

    private static synchronized EmbeddedDatabase server() {
        if (server == null) {
            EmbeddedDatabase started = VolatileDatabase.start(folder().path());
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            server = started;
        }
        return server;
    }

    /** The first folder no other test run is using; the lock lasts as long as this process. */
    private static DataFolder folder() {
        return IntStream.rangeClosed(1, 9)
                .mapToObj(number -> Path.of("target", "test-database-" + number))
                .map(DataFolder::tryOpen)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
