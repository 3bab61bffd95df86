package io.keyuan.program.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The steps by which a schema came to be, as this release knows them and as a database remembers them. */
public final class Migrations {
    static final String TABLE = "flyway_schema_history";

    private Migrations() {}

    /** Those of the database that this release does not know: a newer one has been at work. */
    public static Set<String> unknown(Connection connection) throws SQLException {
        Set<String> unknown = new TreeSet<>(applied(connection));
        unknown.removeAll(shipped());
        return unknown;
    }

    /** Those the next start will take. */
    public static Set<String> pending(Connection connection) throws SQLException {
        Set<String> pending = new TreeSet<>(shipped());
        pending.removeAll(applied(connection));
        return pending;
    }

    private static Set<String> applied(Connection connection) throws SQLException {
        Set<String> versions = new TreeSet<>();
        try (var statement = connection.createStatement()) {
            try (var there = statement.executeQuery("SELECT to_regclass('" + TABLE + "') IS NOT NULL")) {
                if (!there.next() || !there.getBoolean(1)) {
                    return versions;
                }
            }
            try (var rows = statement.executeQuery("SELECT version FROM " + TABLE + " WHERE success AND version IS NOT NULL")) {
                while (rows.next()) {
                    versions.add(rows.getString(1));
                }
            }
        }
        return versions;
    }

    private static Set<String> shipped() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/V*.sql");
            return Arrays.stream(files).map(file -> version(Objects.requireNonNull(file.getFilename()))).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As Flyway writes it: of {@code V20261122_010__identity.sql} it is 20261122.010. */
    private static String version(String file) {
        return file.substring(1, file.indexOf("__")).replace('_', '.');
    }
}
