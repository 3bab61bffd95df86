package io.keyuan.engine.jobs;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows that a node is there by a lock that ends with its connection. A node that finds nobody there when it starts knows
 * that whatever is marked as being run is not, and need not wait until heartbeats are missed.
 */
final class Presence {

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
    /** Any number nobody else takes: "keyuan" in ASCII. */
    private static final long LOCK = 0x6b657975616eL;

    private final DataSource database;
    private @Nullable Connection connection;

    Presence(DataSource database) {
        this.database = database;
    }

    /** Marks this node as there; lets go what dead nodes held where there is no other. */
    void begin() {
        try {
            connection = database.getConnection();
            // Not the application's: nothing here is a tenant's.
            var sql = DSL.using(connection, SQLDialect.POSTGRES);
            boolean alone = Objects.requireNonNull(call(sql, "pg_try_advisory_lock", Boolean.class));
            if (alone) {
                release(sql);
            }
            call(sql, "pg_advisory_lock_shared", Object.class);
            if (alone) {
                call(sql, "pg_advisory_unlock", Boolean.class);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static <T> @Nullable T call(DSLContext sql, String function, Class<T> type) {
        var answer = function(name(function), Object.class, val(LOCK));
        return sql.select(answer).fetchOne(0, type);
    }

    private static void release(DSLContext sql) {
        int released = sql.update(table(name(JobScheduler.TABLE)))
                .set(field(name("picked"), SQLDataType.BOOLEAN), false)
                .set(field(name("picked_by"), SQLDataType.CLOB), (String) null)
                .set(field(name("last_heartbeat"), SQLDataType.TIMESTAMPWITHTIMEZONE), (java.time.OffsetDateTime) null)
                .set(field(name("version"), SQLDataType.BIGINT), field(name("version"), SQLDataType.BIGINT).plus(1))
                .where(field(name("picked"), SQLDataType.BOOLEAN))
                .execute();
        if (released > 0) {
            LOG.info("{} jobs that were interrupted go on", released);
        }
    }

    void end() {
        try (Connection held = connection) {
            connection = null;
            if (held != null && !held.isClosed()) {
                // The connection may go back to a pool and live on.
                call(DSL.using(held, SQLDialect.POSTGRES), "pg_advisory_unlock_shared", Boolean.class);
            }
        } catch (SQLException | DataAccessException gone) {
            LOG.debug("the lock went with its connection", gone);
        }
    }
}
