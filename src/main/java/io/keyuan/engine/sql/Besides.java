package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Short transactions beside whatever transaction there is, which stand whatever becomes of that. They have two connections of their own: taken from those of
 * the writers, all of whom hold one meanwhile, they would wait for them for ever. The guards look at these statements as at all others.
 */
@Component
public class Besides implements DisposableBean {

    private static final int CONNECTIONS = 2;

    /** The connections are everybody's: whoever holds a row for long must not have them all wait for it. */
    private static final Field<String> NOT_FOR_LONG =
            function("set_config", String.class, inline("lock_timeout"), inline("2s"), inline(true));

    private final DSLContext sql;
    private final HikariDataSource own;

    Besides(DSLContext sql, DataSource database) throws SQLException {
        this.sql = sql;
        var config = new HikariConfig();
        database.unwrap(HikariDataSource.class).copyStateTo(config);
        config.setPoolName("keyuan-beside");
        config.setMaximumPoolSize(CONNECTIONS);
        // Most of the time nobody needs one, and the program begins whether the database answers or not.
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setMetricsTrackerFactory(null);
        config.setMetricRegistry(null);
        own = new HikariDataSource(config);
    }

    /** @throws org.springframework.dao.DataAccessException where what it waits for is held for longer than two seconds */
    public <T> T get(Function<DSLContext, T> work) {
        try (Connection connection = own.getConnection()) {
            connection.setAutoCommit(false);
            try {
                DSLContext apart = DSL.using(sql.configuration().derive(new DefaultConnectionProvider(connection)));
                apart.select(NOT_FOR_LONG).fetch();
                T result = work.apply(apart);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new DataAccessException("beside the transaction", failure);
        }
    }

    @Override
    public void destroy() {
        own.close();
    }
}
