package io.keyuan.engine.choices;

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
import org.springframework.jdbc.core.JdbcTemplate;

/** A choice that is being replaced when its node dies is replaced by another one, in every record once, and goes. */
class ReplacedAfterKillTest {

    private static final int ROWS = 1_700;

    @Test
    void noRecordIsLeftOutOrChangedTwice() throws Exception {
        DatabaseAddress database = TestDatabase.create();
        try (var other = TestNode.start(database)) {
            Survivor survivor = Survivor.waiting(other);
            try (var dying = TestNode.start(database); Connection obstacle = TestDatabase.dataSource(database).getConnection()) {
                Caller admin = dying.administrator();
                List<UUID> customers = admin.call(() -> make(dying));
                // As whoever wants it replaced has it put out of use first.
                dying.get(JdbcTemplate.class).update("update choice set active = false where attribute = 'customer.source' and code = 'exhibition'");
                Survivor.occupy(obstacle, customers.get(1_200));
                var order = new ReplaceChoice.Order("customer", "source", "exhibition", "referral");
                UUID job = admin.call(() -> dying.get(Jobs.class).submit(ReplaceChoice.KIND, "", id -> order));

                survivor.takesOverInTheMiddleOf(job);
                obstacle.rollback();

                await().atMost(Survivor.LONG).until(() -> admin.call(() -> other.get(Jobs.class).describe(job)).containsValue("done"));
                assertThat(survivor.count("select (result->>'updated')::bigint from job where id = '" + job + "'")).isEqualTo(ROWS);
                assertThat(survivor.count("select count(*) from audit where operation_id = '" + job + "'")).isEqualTo(ROWS);
                assertThat(survivor.count("select count(*) from customer where version = 2 and source = 'referral'")).isEqualTo(ROWS);
                assertThat(survivor.count("select count(*) from choice where attribute = 'customer.source' and code = 'exhibition'")).isZero();
            }
        }
    }

    private static List<UUID> make(TestNode node) {
        ObjectType type = Objects.requireNonNull(node.get(ObjectTypes.class).byPath("customers"));
        List<Draft> drafts = IntStream.range(0, ROWS).mapToObj(i -> Draft.create(type, Map.of("name", "Number " + i, "source", "exhibition"))).toList();
        return node.get(Records.class).save(new Batch(type, drafts)).drafts().stream().map(Draft::id).toList();
    }
}
