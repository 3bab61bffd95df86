package io.keyuan;

import io.keyuan.program.DataFolder;
import io.keyuan.program.database.DatabaseAddress;
import io.keyuan.program.database.DatabaseUrl;
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
 * Real databases for tests: as many fresh ones as tests ask for, in one PostgreSQL server per test run that is kept between
 * runs under {@code target}, or in the server of {@value #ELSEWHERE}, whose role may create databases.
 */
public final class TestDatabase {
    private static final String ELSEWHERE = "KEYUAN_TEST_DATABASE";
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable DatabaseAddress server;
    /** What names of databases begin with, so that nobody's else are touched. */
    private static String prefix = "";
    private static boolean migrated;

    private TestDatabase() {}

    /** A fresh database without a table in it. */
    public static DatabaseAddress empty() {
        return empty("");
    }

    /** @param options for {@code CREATE DATABASE} */
    public static DatabaseAddress empty(String options) {
        return create("template0", options);
    }

    /** A fresh database with every migration applied, copied from one that was migrated once per run. */
    public static synchronized DatabaseAddress create() {
        if (!migrated) {
            server();
            drop(TEMPLATE);
            execute("CREATE DATABASE " + prefix + TEMPLATE + " TEMPLATE template0");
            migrate(address(TEMPLATE));
            migrated = true;
        }
        return create(prefix + TEMPLATE, "STRATEGY FILE_COPY");
    }

    /** Connections to a database, each a new one. */
    public static DataSource dataSource(DatabaseAddress address) {
        var source = new PGSimpleDataSource();
        source.setUrl(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    private static DatabaseAddress create(String template, String options) {
        server();
        String name = "test_" + NUMBER.incrementAndGet();
        drop(name);
        execute("CREATE DATABASE " + prefix + name + " TEMPLATE " + template + " " + options);
        return address(name);
    }

    private static void migrate(DatabaseAddress address) {
        Flyway.configure().dataSource(dataSource(address)).locations("classpath:db/migration").load().migrate();
    }

    private static void drop(String name) {
        execute("DROP DATABASE IF EXISTS " + prefix + name + " WITH (FORCE)");
    }

    private static void execute(String sql) {
        try (var connection = server().connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static DatabaseAddress address(String name) {
        DatabaseAddress owner = server();
        return new DatabaseAddress(
                owner.url().replaceFirst("(//[^/]+/)[^?]*", "$1" + prefix + name), owner.user(), owner.password());
    }

    private static synchronized DatabaseAddress server() {
        if (server == null) {
            String elsewhere = System.getenv(ELSEWHERE);
            server = elsewhere == null ? own() : of(elsewhere);
        }
        return server;
    }

    private static DatabaseAddress own() {
        EmbeddedDatabase started = VolatileDatabase.start(folder().path());
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        return started.address();
    }

    /** A server that others use as well is left as it was found. */
    private static DatabaseAddress of(String url) {
        prefix = "keyuan_test_" + ProcessHandle.current().pid() + "_";
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            drop(TEMPLATE);
            IntStream.rangeClosed(1, NUMBER.get()).forEach(number -> drop("test_" + number));
        }));
        return DatabaseUrl.parse(url);
    }

    /** The first folder no other test run is using; the lock lasts as long as this process. */
    private static DataFolder folder() {
        return IntStream.rangeClosed(1, 9)
                .mapToObj(number -> TestFolders.of("database-" + number))
                .map(DataFolder::tryOpen)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
