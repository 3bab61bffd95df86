package io.keyuan.engine.merge;

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
import io.keyuan.engine.jobs.Survivor;
import io.keyuan.program.database.DatabaseAddress;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A merge whose node dies in the middle of a piece ends on another one as if nothing had happened. */
class MergeAfterKillTest {

    private static final int ROWS = 2_300;

    @Test
    void everythingIsLedOnOnceAndTheRecordGoesOnce() throws Exception {
        DatabaseAddress database = TestDatabase.create();
        try (var other = TestNode.start(database)) {
            Survivor survivor = Survivor.waiting(other);
            try (var dying = TestNode.start(database); Connection obstacle = TestDatabase.dataSource(database).getConnection()) {
                Caller admin = dying.administrator();
                List<UUID> two = admin.call(() -> make(dying, "customers", 2, Map.of()));
                List<UUID> contacts = admin.call(() -> make(dying, "contacts", ROWS, Map.of("customer", Map.of("id", two.getLast().toString()))));
                Survivor.occupy(obstacle, "contact", contacts.get(1_400));
                var order = new MergeOrder("customer", two.getFirst(), List.of(two.getLast()), Map.of(), Map.of(), Map.of());
                UUID job = admin.call(() -> dying.get(Jobs.class).submit(MergeJob.KIND, "", id -> order));

                survivor.takesOverInTheMiddleOf(job);
                obstacle.rollback();

                await().atMost(Survivor.LONG).until(() -> admin.call(() -> other.get(Jobs.class).describe(job)).containsValue("done"));
                assertThat(survivor.count("select (result->>'led')::bigint from job where id = '" + job + "'")).isEqualTo(ROWS);
                assertThat(survivor.count("select count(*) from audit where operation_id = '" + job + "'")).isEqualTo(ROWS + 2);
                assertThat(survivor.count("select count(*) from contact where customer_id = '" + two.getFirst() + "' and version = 2")).isEqualTo(ROWS);
                assertThat(survivor.count("select count(*) from merged_record")).isEqualTo(1);
            }
        }
    }

    private static List<UUID> make(TestNode node, String object, int count, Map<String, Object> further) {
        ObjectType type = Objects.requireNonNull(node.get(ObjectTypes.class).byPath(object));
        List<Draft> drafts = IntStream.range(0, count).mapToObj(i -> {
            var values = new java.util.HashMap<>(further);
            values.put("name", "Number " + i);
            return Draft.create(type, values);
        }).toList();
        return node.get(Records.class).save(new Batch(type, drafts)).drafts().stream().map(Draft::id).toList();
    }
}
