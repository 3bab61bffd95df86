package io.keyuan.program.command;

import io.keyuan.program.database.DatabaseAddress;
import io.keyuan.program.database.DatabaseRefusal;
import io.keyuan.program.database.DatabaseRequirements;
import io.keyuan.program.database.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a database says about itself.
 *
 * @param foreign whether it is somebody else's make, which may lack what the program's own has
 */
record DatabaseExamination(DatabaseAddress address, boolean foreign, Checkup checkup) {
    private static final List<String> SAFETY = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final Duration LONG_WAIT = Duration.ofMinutes(10);
    private static final double SLIGHT_SECONDS = 2;
    private static final double FAR_SECONDS = 30;

    void take() {
        checkup.fact("database", address.toString());
        try (Connection connection = address.connect()) {
            checkup.look("database", () -> requirements(connection));
            checkup.look("durability", () -> durability(connection));
            checkup.look("clock", () -> clock(connection));
            checkup.look("schema", () -> schema(connection));
            checkup.look("indexes", () -> indexes(connection));
            checkup.look("jobs", () -> jobs(connection));
        } catch (SQLException refused) {
            checkup.fail("database", foreign
                    ? DatabaseRefusal.sentence(refused, address)
                    : "The database cannot be used: " + String.valueOf(refused.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private void requirements(Connection connection) throws SQLException {
        String version = value(connection, "SHOW server_version");
        checkup.fact("postgresql", version);
        List<String> unmet = foreign ? DatabaseRequirements.unmet(connection) : List.of();
        unmet.forEach(sentence -> checkup.fail("database", sentence));
        if (unmet.isEmpty()) {
            checkup.ok("database", "PostgreSQL " + version + " at " + address);
        }
    }

    private void durability(Connection connection) throws SQLException {
        List<String> off = new ArrayList<>();
        for (String name : SAFETY) {
            String value = value(connection, "SHOW " + name);
            checkup.fact(name, value);
            if (value.equals("off")) {
                off.add(name);
            }
        }
        if (off.isEmpty()) {
            checkup.ok("durability", "What was acknowledged is on the disk");
        } else {
            checkup.fail("durability", "A power cut may cost acknowledged work; set to on: " + String.join(", ", off) + ".");
        }
    }

    private void clock(Connection connection) throws SQLException {
        double before = System.currentTimeMillis() / 1000.0;
        double there = Double.parseDouble(value(connection, "SELECT extract(epoch FROM clock_timestamp())"));
        double after = System.currentTimeMillis() / 1000.0;
        double apart = Math.max(0, Math.max(before - there, there - after));
        String words = String.format(java.util.Locale.ROOT, "This clock and the database's are %.1f s apart", apart);
        if (apart > FAR_SECONDS) {
            checkup.fail("clock", words + "; set both by NTP.");
        } else if (apart > SLIGHT_SECONDS) {
            checkup.warn("clock", words + "; set both by NTP.");
        } else {
            checkup.ok("clock", words);
        }
    }

    private void schema(Connection connection) throws SQLException {
        boolean made = there(connection, "flyway_schema_history");
        String newest = made
                ? value(connection, "SELECT coalesce(max(version), 'none') FROM flyway_schema_history"
                        + " WHERE installed_rank = (SELECT max(installed_rank) FROM flyway_schema_history"
                        + " WHERE success AND version IS NOT NULL)")
                : "none";
        checkup.fact("schema", newest);
        Set<String> unknown = Migrations.unknown(connection);
        int pending = Migrations.pending(connection).size();
        if (!unknown.isEmpty()) {
            checkup.fail("schema", "A newer Keyuan was at work (" + unknown.iterator().next() + "); run that release or a later one.");
        } else {
            checkup.ok("schema", newest + (pending == 0 ? ", up to date" : ", " + pending + " steps come with the next start"));
        }
    }

    /** A CREATE INDEX CONCURRENTLY that was killed leaves one that costs and does not serve. */
    private void indexes(Connection connection) throws SQLException {
        String invalid = value(connection, "SELECT string_agg(indexrelid::regclass::text, ', ') FROM pg_index WHERE NOT indisvalid");
        if (invalid.isEmpty()) {
            checkup.ok("indexes", "All are valid");
        } else {
            checkup.warn("indexes", "Not valid: " + invalid + "; run for each: REINDEX INDEX CONCURRENTLY name");
        }
    }

    private void jobs(Connection connection) throws SQLException {
        if (!there(connection, "job_schedule")) {
            return;
        }
        String waiting = value(connection, "SELECT count(*) FROM job_schedule WHERE task_name = 'job' AND NOT picked");
        double seconds = Double.parseDouble(value(connection, "SELECT coalesce(extract(epoch FROM max(now() - execution_time)), 0)"
                + " FROM job_schedule WHERE task_name = 'job' AND NOT picked"));
        checkup.fact("jobsWaiting", waiting);
        if (seconds > LONG_WAIT.toSeconds()) {
            checkup.warn("jobs", waiting + " wait, the oldest for " + Math.round(seconds / 60) + " minutes; start Keyuan, or another node.");
        } else {
            checkup.ok("jobs", waiting + " wait");
        }
    }

    private static boolean there(Connection connection, String table) throws SQLException {
        return value(connection, "SELECT to_regclass('" + table + "') IS NOT NULL").equals("t");
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var result = statement.executeQuery(query)) {
            String value = result.next() ? result.getString(1) : null;
            return value == null ? "" : value;
        }
    }
}
