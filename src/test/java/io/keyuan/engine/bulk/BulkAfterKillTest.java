package io.keyuan.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestDatabase;
import io.keyuan.TestNode;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Records;
import io.keyuan.engine.jobs.Jobs;
import io.keyuan.program.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/** A bulk change whose node dies in the middle of a piece ends on another one as if nothing had happened. */
class BulkAfterKillTest {

    private static final int ROWS = 2_300;
    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    void noRecordIsLeftOutOrChangedTwice() throws Exception {
        DatabaseAddress database = TestDatabase.create();
        try (var other = TestNode.start(database)) {
            scheduler(other).stop();
            try (var dying = TestNode.start(database); Connection obstacle = TestDatabase.dataSource(database).getConnection()) {
                Caller admin = dying.administrator();
                List<UUID> customers = admin.call(() -> make(dying, "customers", ROWS));
                occupy(obstacle, customers.get(1_400));
                UUID job = admin.call(() -> dying.get(Jobs.class).submit(BulkJob.KIND, "", id -> order()));
                await().atMost(LONG).until(() -> isInTheWay(other));
                dieAsTheDatabaseSeesIt(other);

                scheduler(other).start();
                await().atMost(LONG).until(() -> count(other, "select times_run from job where id = '" + job + "'") == 2);
                obstacle.rollback();

                await().atMost(LONG).until(() -> admin.call(() -> other.get(Jobs.class).describe(job)).containsValue("done"));
                assertThat(count(other, "select (result->>'updated')::bigint from job where id = '" + job + "'")).isEqualTo(ROWS);
                assertThat(count(other, "select count(*) from audit where operation_id = '" + job + "'")).isEqualTo(ROWS);
                assertThat(count(other, "select count(*) from customer where version = 2")).isEqualTo(ROWS);
                assertThat(count(other, "select count(*) from customer where region = 'East'")).isEqualTo(ROWS);
            }
        }
    }

    private static BulkOrder order() {
        return new BulkOrder("customer", new Chosen("", null), Map.of("region", "East"), false);
    }

    private static List<UUID> make(TestNode node, String object, int count) {
        ObjectType type = Objects.requireNonNull(node.get(ObjectTypes.class).byPath(object));
        List<Draft> drafts = IntStream.range(0, count).mapToObj(i -> Draft.create(type, Map.of("name", "Number " + i))).toList();
        return node.get(Records.class).save(new Batch(type, drafts)).drafts().stream().map(Draft::id).toList();
    }

    /** Somebody else is changing a record and has not decided yet: whoever changes it as well waits for it. */
    private static void occupy(Connection connection, UUID customer) throws SQLException {
        connection.setAutoCommit(false);
        try (var lock = connection.prepareStatement("select 1 from customer where id = ? for update")) {
            lock.setObject(1, customer);
            lock.execute();
        }
    }

    private static boolean isInTheWay(TestNode node) {
        return count(node, "select count(*) from pg_locks where not granted and locktype in ('transactionid', 'tuple')") > 0;
    }

    private static void dieAsTheDatabaseSeesIt(TestNode node) {
        String presence = " from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";
        node.get(JdbcTemplate.class).queryForList("select pg_terminate_backend(pid)" + presence);
        await().atMost(LONG).until(() -> count(node, "select count(*)" + presence) == 0);
    }

    private static SmartLifecycle scheduler(TestNode node) {
        return (SmartLifecycle) node.bean("io.keyuan.engine.jobs.JobScheduler");
    }

    private static long count(TestNode node, String sql) {
        Long count = node.get(JdbcTemplate.class).queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }
}
