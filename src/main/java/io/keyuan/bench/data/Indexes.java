package io.keyuan.bench.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The indexes and foreign keys of some tables, taken away while many rows come in and made again as they were: to build one
 * over a million rows is several times quicker than to add to it a million times. The transaction decides about both.
 */
final class Indexes {

    private static final String INDEXES = """
            select i.indexname, i.indexdef from pg_indexes i
            where i.schemaname = current_schema() and i.tablename = ?
              and not exists (select 1 from pg_constraint c where c.conname = i.indexname and c.conrelid = ?::regclass)
            order by i.indexname""";
    private static final String FOREIGN_KEYS = """
            select conname, pg_get_constraintdef(oid) from pg_constraint
            where contype = 'f' and ? is not null and conrelid = ?::regclass order by conname""";

    private final Connection connection;
    private final List<String> restoring = new ArrayList<>();

    Indexes(Connection connection) {
        this.connection = connection;
    }

    void drop(String table) throws SQLException {
        for (var key : definitions(FOREIGN_KEYS, table).entrySet()) {
            execute("alter table " + table + " drop constraint " + key.getKey());
            restoring.addLast("alter table " + table + " add constraint " + key.getKey() + " " + key.getValue());
        }
        for (var index : definitions(INDEXES, table).entrySet()) {
            execute("drop index " + index.getKey());
            restoring.addFirst(index.getValue());
        }
    }

    /** Indexes first: foreign keys are checked by them. */
    void restore() throws SQLException {
        execute("set local maintenance_work_mem = '512MB'");
        for (String statement : restoring) {
            execute(statement);
        }
    }

    private Map<String, String> definitions(String query, String table) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, table);
            statement.setString(2, table);
            Map<String, String> definitions = new LinkedHashMap<>();
            var result = statement.executeQuery();
            while (result.next()) {
                definitions.put(result.getString(1), result.getString(2));
            }
            return definitions;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
