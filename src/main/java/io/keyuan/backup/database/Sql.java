package io.keyuan.backup.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements on one connection. */
record Sql(Connection connection) {

    /** Makes something of a row. */
    interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    int execute(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** For what the database answers something to that nobody needs. */
    void call(String sql, @Nullable Object... values) throws SQLException {
        list(row -> true, sql, values);
    }

    <T> List<T> list(Mapping<T> mapping, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            List<T> found = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                found.add(mapping.of(rows));
            }
            return found;
        }
    }

    List<String> texts(String sql, Object... values) throws SQLException {
        return list(row -> row.getString(1), sql, values);
    }

    @Nullable String text(String sql, Object... values) throws SQLException {
        return texts(sql, values).getFirst();
    }

    boolean is(String sql, Object... values) throws SQLException {
        return list(row -> row.getBoolean(1), sql, values).getFirst();
    }

    private static void bind(java.sql.PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(List<String> names) {
        return names.stream().map(Sql::quoted).collect(Collectors.joining(", "));
    }
}
