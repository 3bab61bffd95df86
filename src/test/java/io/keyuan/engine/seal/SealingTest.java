package io.keyuan.engine.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestNode;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Records;
import io.keyuan.engine.erasure.Erasure;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class SealingTest {

    private static final String INSERT = "insert into audit (tenant_id, id, at, actor, object, record_id, action, version, after)"
            + " values ({tenant}, gen_random_uuid(), now(), gen_random_uuid(), 'customer', gen_random_uuid(), 'create', 1, '{\"name\": \"x\"}')";
    private static final String ALL = "select (select count(*) from audit where {t}) + (select count(*) from audit_event where {t})";

    private final Trail trail = new Trail();

    @Test
    void whatIsCommittedLateIsSealedAllTheSame() throws Exception {
        trail.seal();
        String before = trail.one("select position from audit_chain where {t}");
        try (Connection late = Trail.connect(); var statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.executeUpdate(trail.told(INSERT));
            trail.execute(INSERT);
            trail.seal();
            assertThat(trail.one("select position from audit_chain where {t}")).as("waits for the one that began earlier").isEqualTo(before);
            late.commit();
        }
        trail.seal();

        Walk walk = trail.verify();
        assertThat(walk.finding()).isNull();
        assertThat(walk.unsealed()).isZero();
        assertThat(walk.rows()).isEqualTo(Long.parseLong(trail.one(ALL)));
    }

    @Test
    void manyWritersAndSeveralSealersLeaveOneChainWithoutGaps() throws Exception {
        var writing = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                var random = new Random(i);
                writers.add(threads.submit(() -> write(random)));
            }
            List<Future<?>> sealers = IntStream.range(0, 3).<Future<?>>mapToObj(i -> threads.submit(() -> {
                while (writing.get()) {
                    trail.seal();
                }
            })).toList();
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            for (Future<?> sealer : sealers) {
                sealer.get();
            }
        }
        trail.seal();

        Walk walk = trail.verify();
        assertThat(walk.finding()).isNull();
        assertThat(walk.rows()).isEqualTo(Long.parseLong(trail.one(ALL)));
        assertThat(walk.number()).as("sealed while it was written").isGreaterThan(3);
        assertThat(trail.one("select count(*) from audit_seal where {t}")).isEqualTo(Long.toString(walk.number()));
    }

    /** Transactions of any size and length, some of which are rolled back. */
    private Void write(Random random) throws Exception {
        try (Connection connection = Trail.connect(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < 30; i++) {
                for (int row = random.nextInt(20); row >= 0; row--) {
                    statement.executeUpdate(trail.told(INSERT));
                }
                statement.execute("select pg_sleep(" + random.nextInt(30) / 1_000.0 + ")");
                if (random.nextInt(5) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        }
        return null;
    }

    @Test
    void moreThanABlockIsSealedInSeveral() {
        trail.seal();
        trail.execute(INSERT.replace("values (", "select ").replaceFirst("\\)$", " from generate_series(1, " + (2 * Sealer.ROWS + 5) + ")"));
        trail.seal();

        Walk walk = trail.verify();
        assertThat(walk.finding()).isNull();
        assertThat(walk.rows()).isEqualTo(Long.parseLong(trail.one(ALL)));
        assertThat(Integer.parseInt(trail.one("select max(row_count) from audit_seal where {t}"))).isEqualTo(Sealer.ROWS);
    }

    @Test
    void whatIsErasedLeavesTheChainWhole() {
        UUID operation = Ids.next();
        var records = RunningProgram.get().bean(Records.class);
        var erasure = RunningProgram.get().bean(Erasure.class);
        var transaction = RunningProgram.get().bean(TransactionTemplate.class);
        var customer = io.keyuan.customers.Customer.CUSTOMER;
        trail.caller().in(operation).run(() -> records.save(new Batch(customer, List.of(
                Draft.create(customer, Map.of("name", "远山")), Draft.create(customer, Map.of("name", "近水"))))));
        trail.create(2);
        trail.seal();

        trail.caller().in(operation).run(() ->
                transaction.executeWithoutResult(status -> assertThat(erasure.erase(operation, customer, Set.of(), 10)).isEqualTo(2)));
        trail.seal();

        Walk walk = trail.verify();
        assertThat(walk.finding()).isNull();
        assertThat(walk.erased()).isEqualTo(2);
        assertThat(trail.one("select details ->> 'changes' from audit_event where {t} and kind = 'records-erased'")).isEqualTo("2");
    }

    @Test
    void oneMoreRowThatGoesWithAnErasureIsFound() {
        whatIsErasedLeavesTheChainWhole();
        trail.execute("insert into audit_erased (tenant_id, row_id, erasure) select a.tenant_id, a.id, e.erasure"
                + " from audit a join audit_erased e on e.tenant_id = a.tenant_id where a.tenant_id = {tenant} limit 1");
        trail.execute("delete from audit a using audit_erased e where a.tenant_id = {tenant} and e.tenant_id = {tenant} and e.row_id = a.id");

        assertThat(trail.verify().finding()).isEqualTo(Finding.ofBlock("erasure-unaccounted", 0));
    }

    @Test
    void twoNodesSealOneChain() {
        try (TestNode other = TestNode.start(RunningProgram.get().database())) {
            var there = other.get(Sealer.class);
            for (int i = 0; i < 10; i++) {
                trail.create(2);
                Thread second = Thread.startVirtualThread(() -> there.seal(trail.tenant(), () -> false));
                trail.seal();
                org.assertj.core.api.Assertions.assertThatCode(second::join).doesNotThrowAnyException();
            }
        }
        trail.seal();

        Walk walk = trail.verify();
        assertThat(walk.finding()).isNull();
        assertThat(walk.rows()).isEqualTo(Long.parseLong(trail.one(ALL)));
    }
}
