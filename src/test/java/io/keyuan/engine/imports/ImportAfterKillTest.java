package io.keyuan.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestDatabase;
import io.keyuan.TestNode;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import io.keyuan.engine.jobs.Jobs;
import io.keyuan.engine.jobs.StoredFiles;
import io.keyuan.program.database.DatabaseAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/** An import whose node dies in the middle of a chunk ends on another one as if nothing had happened. */
class ImportAfterKillTest {

    private static final int ROWS = 4500;
    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    void noRowIsLeftOutOrDoneTwice() throws Exception {
        DatabaseAddress database = TestDatabase.create();
        try (var other = TestNode.start(database)) {
            scheduler(other).stop();
            try (var dying = TestNode.start(database); Connection obstacle = TestDatabase.dataSource(database).getConnection()) {
                Caller admin = dying.administrator();
                occupy(obstacle, admin, "C2500");
                UUID job = admin.call(() -> submit(dying));
                await().atMost(LONG).until(() -> isInTheWay(other));
                dieAsTheDatabaseSeesIt(other);

                scheduler(other).start();
                await().atMost(LONG).until(() -> timesRun(other, job) == 2);
                obstacle.rollback();

                await().atMost(LONG).until(() -> admin.call(() -> other.get(Jobs.class).describe(job)).containsValue("done"));
                assertThat(result(other, job)).isEqualTo(List.of((long) ROWS, (long) ROWS - 1, 1L));
                assertThat(names(other)).isEqualTo(ROWS - 1);
            }
        }
    }

    /** A row of another transaction that is not decided yet: whoever brings the same external id waits for it. */
    private static void occupy(Connection connection, Caller admin, String externalId) throws SQLException {
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement(
                "insert into customer (tenant_id, id, version, created_at, updated_at, name, name_key, kind, external_id)"
                        + " values (?, ?, 1, now(), now(), 'x', 'x', 'company', ?)")) {
            insert.setObject(1, admin.tenant());
            insert.setObject(2, Ids.next());
            insert.setString(3, externalId);
            insert.executeUpdate();
        }
    }

    private static UUID submit(TestNode node) {
        String rows = IntStream.rangeClosed(1, ROWS)
                .mapToObj(i -> "C" + i + "," + (i == 1200 ? "" : "Customer " + i))
                .collect(Collectors.joining("\n", "externalId,name\n", "\n"));
        return node.get(Jobs.class).submit(ImportJob.KIND, "customers.csv", id -> {
            UUID file = node.get(StoredFiles.class).create(id, "customers.csv");
            node.get(StoredFiles.class).append(file, rows.getBytes(StandardCharsets.UTF_8));
            return new Order(file, null, "customers.csv", "customers", null, null, List.of("externalId"), false, false);
        });
    }

    private static boolean isInTheWay(TestNode node) {
        return count(node, "select count(*) from pg_locks where not granted and locktype = 'transactionid'") > 0;
    }

    private static void dieAsTheDatabaseSeesIt(TestNode node) {
        String presence = " from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";
        node.get(JdbcTemplate.class).queryForList("select pg_terminate_backend(pid)" + presence);
        // The server is told, and ends the connection when it gets to it.
        await().atMost(LONG).until(() -> count(node, "select count(*)" + presence) == 0);
    }

    private static SmartLifecycle scheduler(TestNode node) {
        return (SmartLifecycle) node.bean("io.keyuan.engine.jobs.JobScheduler");
    }

    private static long timesRun(TestNode node, UUID job) {
        return count(node, "select times_run from job where id = '" + job + "'");
    }

    private static List<Long> result(TestNode node, UUID job) {
        Map<String, Object> row = node.get(JdbcTemplate.class)
                .queryForMap("select (result->>'in')::bigint, (result->>'created')::bigint as made, (result->>'failed')::bigint as bad"
                        + " from job where id = ?", job);
        return row.values().stream().map(Long.class::cast).toList();
    }

    private static long names(TestNode node) {
        return count(node, "select count(*) from customer c where (select count(*) from audit a where a.record_id = c.id) = 1");
    }

    private static long count(TestNode node, String sql) {
        Long count = node.get(JdbcTemplate.class).queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }
}
