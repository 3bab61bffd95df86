package io.keyuan.engine.sql;

import io.keyuan.engine.Column;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Columns of values as array parameters. */
final class Arrays {

    /** Types without an array form in the driver travel as text and are cast by the server. */
    private static final Map<String, String> CARRIERS =
            Map.of("jsonb", "text", "tsvector", "text", "timestamptz", "timestamptz", "boolean", "bool", "bigint", "int8");

    private Arrays() {}

    static String parameters(List<Column> columns) {
        return columns.stream().map(column -> "?::" + column.sqlType() + "[]").collect(Collectors.joining(", "));
    }

    static void bind(PreparedStatement statement, int first, List<Column> columns, @Nullable Object[][] values) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            String carrier = CARRIERS.getOrDefault(columns.get(i).sqlType(), columns.get(i).sqlType());
            statement.setArray(first + i, statement.getConnection().createArrayOf(carrier, typed(carrier, values[i])));
        }
    }

    /** The driver sends texts as they are where it sees that they are texts; anything else it escapes into one long text. */
    private static @Nullable Object[] typed(String carrier, @Nullable Object[] values) {
        return carrier.equals("text") ? java.util.Arrays.copyOf(values, values.length, String[].class) : values;
    }
}
