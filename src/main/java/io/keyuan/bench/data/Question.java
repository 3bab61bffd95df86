package io.keyuan.bench.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Asks the database for one value. */
record Question(Connection connection) {

    UUID id(String sql, Object... parameters) throws SQLException {
        return ask(sql, result -> result.getObject(1, UUID.class), parameters);
    }

    long number(String sql, Object... parameters) throws SQLException {
        return ask(sql, result -> result.getLong(1), parameters);
    }

    private <T> T ask(String sql, Answer<T> answer, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var result = statement.executeQuery();
            if (!result.next()) {
                throw new SQLException("nothing was found by: " + sql);
            }
            return answer.read(result);
        }
    }

    private interface Answer<T> {
        T read(ResultSet result) throws SQLException;
    }
}
