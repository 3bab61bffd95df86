package io.keyuan.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestDatabase;
import io.keyuan.TestNode;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import io.keyuan.engine.jobs.Jobs;
import io.keyuan.engine.jobs.Survivor;
import io.keyuan.engine.jobs.StoredFiles;
import io.keyuan.program.database.DatabaseAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** An import whose node dies in the middle of a chunk ends on another one as if nothing had happened. */
class ImportAfterKillTest {

    private static final int ROWS = 4500;

    @Test
    void noRowIsLeftOutOrDoneTwice() throws Exception {
        DatabaseAddress database = TestDatabase.create();
        try (var other = TestNode.start(database)) {
            Survivor survivor = Survivor.waiting(other);
            try (var dying = TestNode.start(database); Connection obstacle = TestDatabase.dataSource(database).getConnection()) {
                Caller admin = dying.administrator();
                occupy(obstacle, admin, "C2500");
                UUID job = admin.call(() -> submit(dying));

                survivor.takesOverInTheMiddleOf(job);
                obstacle.rollback();

                await().atMost(Survivor.LONG).until(() -> admin.call(() -> other.get(Jobs.class).describe(job)).containsValue("done"));
                assertThat(result(other, job)).isEqualTo(List.of((long) ROWS, (long) ROWS - 1, 1L));
                assertThat(names(survivor)).isEqualTo(ROWS - 1);
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
            return new Order(file, null, "customers.csv", "customers", null, null, List.of("externalId"), false, false, null, null, null);
        });
    }

    private static List<Long> result(TestNode node, UUID job) {
        Map<String, Object> row = node.get(JdbcTemplate.class)
                .queryForMap("select (result->>'in')::bigint, (result->>'created')::bigint as made, (result->>'failed')::bigint as bad"
                        + " from job where id = ?", job);
        return row.values().stream().map(Long.class::cast).toList();
    }

    private static long names(Survivor survivor) {
        return survivor.count("select count(*) from customer c where (select count(*) from audit a where a.record_id = c.id) = 1");
    }
}
