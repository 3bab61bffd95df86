package io.keyuan.engine.jobs;

import static org.awaitility.Awaitility.await;

import io.keyuan.TestNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** A node that does no work until another one dies in the middle of some, and then goes on with it. */
public record Survivor(TestNode node) {

    public static final Duration LONG = Duration.ofMinutes(2);

    /** One that waits. */
    public static Survivor waiting(TestNode node) {
        node.get(JobScheduler.class).stop();
        return new Survivor(node);
    }

    /** Lets the other node run into what is in its way, and die there as the database sees it; then takes over. */
    public void takesOverInTheMiddleOf(UUID job) {
        await().atMost(LONG).until(() -> count("select count(*) from pg_locks where not granted and locktype in ('transactionid', 'tuple')") > 0);
        String presence = " from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";
        node.get(JdbcTemplate.class).queryForList("select pg_terminate_backend(pid)" + presence);
        // The server is told, and ends the connection when it gets to it.
        await().atMost(LONG).until(() -> count("select count(*)" + presence) == 0);
        node.get(JobScheduler.class).start();
        await().atMost(LONG).until(() -> count("select times_run from job where id = '" + job + "'") == 2);
    }

    /** Somebody else is changing a customer and has not decided yet: whoever changes it as well waits for it. */
    public static void occupy(Connection somebody, UUID customer) throws SQLException {
        occupy(somebody, "customer", customer);
    }

    /** The same of a record of another table. */
    public static void occupy(Connection somebody, String table, UUID record) throws SQLException {
        somebody.setAutoCommit(false);
        try (var lock = somebody.prepareStatement("select 1 from " + table + " where id = ? for update")) {
            lock.setObject(1, record);
            lock.execute();
        }
    }

    public long count(String sql) {
        return Objects.requireNonNullElse(node.get(JdbcTemplate.class).queryForObject(sql, Long.class), 0L);
    }
}
