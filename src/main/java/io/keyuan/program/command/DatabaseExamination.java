package io.keyuan.program.command;

import io.keyuan.program.Refusal;
import io.keyuan.program.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a database says about itself. */
final class DatabaseExamination {
    private static final List<String> SAFETY = List.of("fsync", "synchronous_commit", "full_page_writes");

    private DatabaseExamination() {}

    /** Findings by name; one called "problem" when acknowledged work could be lost. */
    static Map<String, String> of(DatabaseAddress address) {
        Map<String, String> findings = new LinkedHashMap<>();
        try (Connection connection = address.connect()) {
            findings.put("database", address.toString());
            findings.put("postgresql", value(connection, "SHOW server_version"));
            for (String name : SAFETY) {
                findings.put(name, value(connection, "SHOW " + name));
            }
            findings.put("schema", schema(connection));
            if (SAFETY.stream().anyMatch(name -> "off".equals(findings.get(name)))) {
                findings.put("problem", "The database may lose acknowledged work in a power cut.");
            }
            return findings;
        } catch (SQLException refused) {
            throw Refusal.surroundings("The database cannot be used: " + refused.getMessage(), refused);
        }
    }

    private static String schema(Connection connection) throws SQLException {
        boolean migrated = value(connection, "SELECT to_regclass('flyway_schema_history') IS NOT NULL").equals("t");
        return migrated
                ? value(connection, "SELECT coalesce(max(version), 'none') FROM flyway_schema_history"
                        + " WHERE installed_rank = (SELECT max(installed_rank) FROM flyway_schema_history"
                        + " WHERE success AND version IS NOT NULL)")
                : "none";
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var result = statement.executeQuery(query)) {
            return result.next() ? String.valueOf(result.getString(1)) : "";
        }
    }
}
