package io.keyuan.engine.sql;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Runs the statements of this package in the current transaction, so that nobody else needs a connection. */
@Component
public final class Statements {

    private final JdbcTemplate jdbc;

    Statements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param values one array per column, all of the same length
     * @return how many rows were put in or changed
     */
    public int execute(Insert insert, @Nullable Object[][] values) {
        return insert.execute(jdbc, values);
    }

    /**
     * @param values one array per changed column, and the ids as the last
     * @return how many rows were changed
     */
    public int execute(Update update, @Nullable Object[][] values) {
        return update.execute(jdbc, values);
    }
}
