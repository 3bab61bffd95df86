package io.keyuan.engine.sql;

import io.keyuan.engine.Caller;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value that goes with a statement, bound as its column's type. */
sealed interface Parameter {

    void bind(PreparedStatement statement, int at) throws SQLException;

    /** The current tenant. */
    static Parameter tenant() {
        return new One("uuid", Caller.current().tenant());
    }

    /** The value of one row, which may be an array where the column holds arrays. */
    record One(String sqlType, @Nullable Object value) implements Parameter {

        @Override
        public void bind(PreparedStatement statement, int at) throws SQLException {
            switch (value) {
                // Of no type, or the same statement would be parsed again for each way of being incomplete.
                case null -> statement.setNull(at, Types.NULL);
                case Object[] elements -> new Many(sqlType.replace("[]", ""), elements).bind(statement, at);
                default -> statement.setObject(at, value);
            }
        }
    }

    /** The values of many rows in one column, as an array. */
    record Many(String sqlType, @Nullable Object[] values) implements Parameter {

        /** Types without an array form in the driver travel as text and are cast by the server. */
        private static final Map<String, String> CARRIERS =
                Map.of("jsonb", "text", "tsvector", "text", "timestamptz", "timestamptz", "boolean", "bool", "bigint", "int8");

        @Override
        public void bind(PreparedStatement statement, int at) throws SQLException {
            String carrier = CARRIERS.getOrDefault(sqlType, sqlType);
            statement.setArray(at, statement.getConnection().createArrayOf(carrier, typed(carrier)));
        }

        /** The driver sends texts as they are where it sees that they are texts; anything else it escapes into one long text. */
        private @Nullable Object[] typed(String carrier) {
            return carrier.equals("text") ? Arrays.copyOf(values, values.length, String[].class) : values;
        }
    }
}
