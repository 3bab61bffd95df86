package io.keyuan.engine.sql;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How the database is, as its own statistics say. All figures come from one statement, asked for at most every few seconds. */
@Component
class DatabaseMeters implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseMeters.class);
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final String FIGURES = """
            select pg_database_size(current_database()) as size, s.numbackends as connections,
                   current_setting('max_connections')::int as connections_max,
                   s.xact_commit as commits, s.xact_rollback as rollbacks, s.deadlocks as deadlocks,
                   s.blks_read as blocks_read, s.blks_hit as blocks_hit, s.temp_bytes as temporary,
                   coalesce((select extract(epoch from max(now() - a.xact_start)) from pg_stat_activity a
                             where a.datname = current_database() and a.pid <> pg_backend_pid()), 0) as oldest
            from pg_stat_database s where s.datname = current_database()""";

    private final JdbcTemplate jdbc;
    private final AtomicReference<Figures> last = new AtomicReference<>(new Figures(Map.of(), Long.MIN_VALUE));

    DatabaseMeters(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Figures(Map<String, Object> values, long at) {

        boolean isFresh(long now) {
            return at != Long.MIN_VALUE && now - at < KEPT.toNanos();
        }

        double of(String name) {
            return values.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "keyuan.database.up", "1 while the database answers", "up");
        gauge(registry, "keyuan.database.size.bytes", "What the database takes on its disk", "size");
        gauge(registry, "keyuan.database.connections", "Connections to the database, of all nodes and others", "connections");
        gauge(registry, "keyuan.database.connections.max", "Connections the server allows", "connections_max");
        gauge(registry, "keyuan.database.oldest.transaction.seconds", "How long the oldest open transaction lasts", "oldest");
        counter(registry, "keyuan.database.commits", "Transactions committed", "commits");
        counter(registry, "keyuan.database.rollbacks", "Transactions rolled back", "rollbacks");
        counter(registry, "keyuan.database.deadlocks", "Deadlocks found", "deadlocks");
        counter(registry, "keyuan.database.blocks.read", "Blocks read from the disk", "blocks_read");
        counter(registry, "keyuan.database.blocks.hit", "Blocks found in memory", "blocks_hit");
        counter(registry, "keyuan.database.temporary.bytes", "Written to temporary files by sorts that did not fit", "temporary");
    }

    private void gauge(MeterRegistry registry, String name, String description, String figure) {
        Gauge.builder(name, this, meters -> meters.figure(figure)).description(description).register(registry);
    }

    private void counter(MeterRegistry registry, String name, String description, String figure) {
        FunctionCounter.builder(name, this, meters -> meters.figure(figure)).description(description).register(registry);
    }

    private double figure(String name) {
        long now = System.nanoTime();
        return last.updateAndGet(figures -> figures.isFresh(now) ? figures : new Figures(asked(), now)).of(name);
    }

    private Map<String, Object> asked() {
        try {
            Map<String, Object> figures = jdbc.queryForMap(FIGURES);
            figures.put("up", 1);
            return figures;
        } catch (DataAccessException unreachable) {
            LOG.debug("The database does not tell how it is", unreachable);
            return Map.of("up", 0);
        }
    }
}
