package io.keyuan.engine.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.springframework.stereotype.Component;

/**
 * Reads on a connection of its own, apart from whatever transaction there is: for long results that are fetched a part at a time
 * while what becomes of them is written in pieces. The guards look at these statements as at all others.
 */
@Component
public class Apart {

    private final DSLContext sql;
    private final DataSource database;

    Apart(DSLContext sql, DataSource database) {
        this.sql = sql;
        this.database = database;
    }

    public void read(Consumer<DSLContext> work) {
        try (Connection connection = database.getConnection()) {
            // Only within a transaction does the driver fetch a part at a time.
            connection.setAutoCommit(false);
            try {
                work.accept(DSL.using(sql.configuration().derive(new DefaultConnectionProvider(connection))));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new DataAccessException("reading apart", failure);
        }
    }
}
