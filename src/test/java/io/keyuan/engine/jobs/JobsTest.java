package io.keyuan.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestDatabase;
import io.keyuan.TestNode;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Problem;
import io.keyuan.program.database.DatabaseAddress;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class JobsTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static DatabaseAddress database;
    private static TestNode node;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        node = TestNode.start(database, Counting.class);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void clear() {
        node.get(JdbcTemplate.class).execute("truncate job, stored_file, stored_file_chunk, job_schedule, idempotency, import_difference");
        node.get(JdbcTemplate.class).execute("truncate customer cascade");
        drain(node);
    }

    @Test
    void aJobRunsInPiecesToItsEnd() {
        UUID job = submit(3);
        counting(node).let(3);

        Job done = awaitState(job, JobState.DONE);
        assertThat(done.progress()).isEqualTo(1);
        assertThat(done.result()).isEqualTo("{\"in\": 3}");
        assertThat(done.startedAt()).isNotNull();
        assertThat(done.finishedAt()).isNotNull();
        assertThat(customers()).containsExactly("Customer 1", "Customer 2", "Customer 3");
        assertThat(failures(done)).isEqualTo("1\n2\n3\n");
    }

    @Test
    void aPausedJobGoesOnWhereItWas() {
        UUID job = submit(3);
        counting(node).let(1);
        counting(node).begin.release();
        awaitWritten(2);
        as(() -> jobs().pause(job));
        counting(node).end.release();
        awaitState(job, JobState.PAUSED);
        assertThat(customers()).containsExactly("Customer 1", "Customer 2");

        counting(node).let(1);
        as(() -> jobs().resume(job));

        awaitState(job, JobState.DONE);
        assertThat(customers()).containsExactly("Customer 1", "Customer 2", "Customer 3");
    }

    @Test
    void aCancelledJobStopsAfterItsPieceAndKeepsWhatIsDone() {
        UUID job = submit(3);
        counting(node).begin.release();
        awaitWritten(1);
        as(() -> jobs().cancel(job));
        counting(node).end.release();

        Job cancelled = awaitState(job, JobState.CANCELLED);
        assertThat(cancelled.finishedAt()).isNotNull();
        assertThat(customers()).containsExactly("Customer 1");
        assertThatThrownBy(() -> as(() -> jobs().resume(job))).isInstanceOf(Problem.class).hasMessageContaining("job-cancelled");
    }

    @Test
    void aJobGoesOnOnTheNextNodeWhenItsProgramIsStopped() {
        try (var other = TestNode.start(database, Counting.class)) {
            node.get(JobScheduler.class).stop();
            UUID job = submit(4);
            counting(other).let(2);
            awaitState(job, JobState.RUNNING);
            await().atMost(LONG).until(() -> customers().size() == 2);
            counting(other).begin.release();
            awaitWritten(other, 3);

            Thread stopping = Thread.startVirtualThread(() -> other.get(JobScheduler.class).stop());
            counting(other).end.release();
            join(stopping);
            node.get(JobScheduler.class).start();
            counting(node).let(4);

            awaitState(job, JobState.DONE);
            assertThat(customers()).containsExactly("Customer 1", "Customer 2", "Customer 3", "Customer 4");
        }
    }

    /** A run that hangs in a piece while its node is taken for dead is what a kill leaves, and a late awakening besides. */
    @Test
    void aJobOfADeadNodeGoesOnAtOnceAndNothingIsDoneTwice() {
        try (var dead = TestNode.start(database, Counting.class)) {
            node.get(JobScheduler.class).stop();
            UUID job = submit(3);
            counting(dead).let(1);
            counting(dead).begin.release();
            awaitWritten(dead, 2);
            // The dead take up nothing; this one is only dead to the database.
            dead.get(JobScheduler.class).pause();
            dieAsTheDatabaseSeesIt();

            counting(node).let(2);
            node.get(JobScheduler.class).start();
            Job done = awaitState(job, JobState.DONE);
            counting(dead).end.release();
            dead.get(JobScheduler.class).stop();

            assertThat(done.timesRun()).isEqualTo(2);
            assertThat(customers()).containsExactly("Customer 1", "Customer 2", "Customer 3");
            assertThat(failures(find(job))).isEqualTo("1\n2\n3\n");
        }
    }

    @Test
    void aJobWhoseConnectionBreaksGoesOnFromItsLastPiece() {
        UUID job = submit(2);
        counting(node).let(1);
        counting(node).begin.release();
        awaitWritten(2);
        node.get(JdbcTemplate.class)
                .queryForList("select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction'"
                        + " and datname = current_database()");
        counting(node).end.release();
        counting(node).let(1);

        awaitState(job, JobState.DONE);
        assertThat(customers()).containsExactly("Customer 1", "Customer 2");
    }

    @Test
    void filesOfJobsGoSomeTimeAfterTheirEnd() {
        UUID job = submit(1);
        counting(node).let(1);
        UUID file = Objects.requireNonNull(awaitState(job, JobState.DONE).failures());
        var files = node.get(StoredFiles.class);

        clear(Instant.now());
        assertThat(as(() -> jobs().describe(job))).containsEntry("failures", "/api/v1/jobs/" + job + "/failures");
        clear(Instant.now().plus(Clearing.FILES_KEPT).plusSeconds(1));
        assertThat(as(() -> files.info(file) == null)).isTrue();
        assertThat(as(() -> jobs().describe(job))).containsEntry("failures", null);
    }

    @Test
    void whatIsKeptForAWhileGoesInAllTenantsAndPieceByPiece() {
        var jdbc = node.get(JdbcTemplate.class);
        jdbc.update("insert into idempotency select gen_random_uuid(), gen_random_uuid(), 'k' || n, '', gen_random_uuid(),"
                + " now() - make_interval(hours => case when n <= 5100 then 49 else 47 end) from generate_series(1, 5103) n");
        jdbc.update("insert into import_difference select gen_random_uuid(), gen_random_uuid(), n, n, gen_random_uuid(), null, '[]',"
                + " now() - make_interval(days => case when n <= 2 then 31 else 29 end) from generate_series(1, 5) n");

        clear(Instant.now());

        assertThat(jdbc.queryForObject("select count(*) from idempotency", Integer.class)).isEqualTo(3);
        assertThat(jdbc.queryForList("select place from import_difference order by place", Integer.class)).containsExactly(3, 4, 5);
    }

    private static void clear(Instant now) {
        node.get(Clearing.class).clear(now, () -> false);
    }

    @Test
    void aStoredFileIsReadAsItWasWritten() throws Exception {
        byte[] content = new byte[3 * StoredFiles.CHUNK + 17];
        new java.util.Random(1).nextBytes(content);
        var files = node.get(StoredFiles.class);

        byte[] read = as(() -> {
            UUID file = files.create(UUID.randomUUID(), "random");
            files.append(file, new java.io.ByteArrayInputStream(content));
            files.append(file, new byte[] {1, 2, 3});
            try (InputStream stored = files.open(file)) {
                return stored.readAllBytes();
            }
        });

        assertThat(read).startsWith(content).endsWith(1, 2, 3).hasSize(content.length + 3);
    }

    // ---- words of these tests ----

    private static Counting counting(TestNode node) {
        return node.get(Counting.class);
    }

    private static Jobs jobs() {
        return node.get(Jobs.class);
    }

    private static UUID submit(int last) {
        return as(() -> jobs().submit("counting", "Counting to " + last, id -> new Counting.Until(last)));
    }

    private static Job find(UUID job) {
        return as(() -> jobs().get(job));
    }

    private static Job awaitState(UUID job, JobState state) {
        await().atMost(LONG).until(() -> find(job).state() == state);
        return find(job);
    }

    private static void awaitWritten(int pieces) {
        awaitWritten(node, pieces);
    }

    private static void awaitWritten(TestNode node, int pieces) {
        await().atMost(LONG).until(() -> counting(node).written.tryAcquire(pieces));
    }

    /** The lock that shows a node to be there goes with its connection, and not before its process has ended. */
    private static void dieAsTheDatabaseSeesIt() {
        node.get(JdbcTemplate.class)
                .queryForList("select pg_terminate_backend(pid, 60000) from pg_locks where locktype = 'advisory'"
                        + " and database = (select oid from pg_database where datname = current_database())");
    }

    private static List<String> customers() {
        return node.get(JdbcTemplate.class).queryForList("select name from customer order by name", String.class);
    }

    private static String failures(Job job) {
        return as(() -> {
            try (InputStream content = node.get(StoredFiles.class).open(Objects.requireNonNull(job.failures()))) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
    }

    private static void drain(TestNode node) {
        Counting counting = counting(node);
        List.of(counting.begin, counting.end, counting.written).forEach(java.util.concurrent.Semaphore::drainPermits);
    }

    private static <T> T as(Callable<T> work) {
        Caller caller = node.administrator();
        try {
            return caller.call(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
