package io.keyuan.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestAnswer;
import io.keyuan.crash.Ledger.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program and its database die at random under writes and imports; whatever was acknowledged is there afterwards, and
 * everything that follows from it agrees. For a longer run: {@code -Dcrash.rounds=30 -Dcrash.seed=7}.
 */
class CrashTest {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 2);
    private static final long SEED = Long.getLong("crash.seed", 20261125);
    private static final Path REPORT = Path.of("target", "crash-test.txt");
    private static final int WRITERS = 4;
    private static final int FEWEST = 40;
    private static final int MOST = 400;
    private static final Duration LONG = Duration.ofMinutes(2);

    private enum Death {
        PROGRAM,
        DATABASE,
        BOTH,
        BACKEND,
        SIGNAL
    }

    private final Random random = new Random(SEED);
    private final Ledger ledger = new Ledger();
    private final Map<String, Importing.Account> imports = new HashMap<>();
    private final List<Death> deaths = new ArrayList<>();
    private String position = "";
    private int written;

    @Test
    void nothingAcknowledgedIsLost(@TempDir Path home) throws Exception {
        try (var victim = new Victim(home)) {
            victim.start();
            for (int round = 0; round < ROUNDS; round++) {
                round(victim, round);
            }
            assertThat(victim.terminate()).isZero();
            nothingIsLeftRunning(victim);
        }
    }

    private void round(Victim victim, int round) throws Exception {
        ledger.beginRound();
        Death death = death();
        var acknowledged = new Semaphore(0);
        List<Writer> writers = writers(victim, round, acknowledged);
        List<CompletableFuture<Void>> running = writers.stream().map(writer -> CompletableFuture.runAsync(writer, Thread::startVirtualThread)).toList();
        bringIn(victim, round);
        int before = FEWEST + random.nextInt(MOST - FEWEST);
        assertThat(acknowledged.tryAcquire(before, LONG.toSeconds(), TimeUnit.SECONDS)).as("writes in time").isTrue();
        die(victim, death);
        writers.forEach(Writer::stop);
        running.forEach(CompletableFuture::join);
        written += before + acknowledged.availablePermits();
        revive(victim, death);
        inspect(victim);
        report(round, death, before + acknowledged.availablePermits());
    }

    /** Each way once before any comes again. */
    private Death death() {
        List<Death> left = new ArrayList<>(List.of(Death.values()));
        deaths.forEach(left::remove);
        Death next = left.get(random.nextInt(left.size()));
        deaths.add(next);
        if (left.size() == 1) {
            deaths.clear();
        }
        return next;
    }

    private List<Writer> writers(Victim victim, int round, Semaphore acknowledged) {
        List<Entry> known = ledger.all();
        return IntStream.range(0, WRITERS)
                .mapToObj(number -> new Writer(
                        victim.client(), ledger,
                        known.stream().filter(entry -> Math.floorMod(entry.externalId().hashCode(), WRITERS) == number).toList(),
                        random.nextLong(), "r" + round + "w" + number, acknowledged))
                .toList();
    }

    private void bringIn(Victim victim, int round) throws Exception {
        String prefix = "i" + round + "x";
        TestAnswer answer = Importing.send(victim.address(), victim.bearer(), prefix).expect(202);
        imports.put(answer.header("Location"), Importing.account(prefix));
    }

    private void die(Victim victim, Death death) throws Exception {
        switch (death) {
            case PROGRAM -> victim.killProgram();
            case DATABASE -> {
                victim.killDatabase();
                victim.terminate();
                nothingIsLeftRunning(victim);
            }
            case BOTH -> {
                victim.killDatabase();
                victim.killProgram();
            }
            case BACKEND -> victim.killBackend(random);
            case SIGNAL -> {
                assertThat(victim.terminate()).as("what it ends with when it is asked to").isZero();
                nothingIsLeftRunning(victim);
            }
        }
    }

    /** After the death of one backend the program goes on by itself; otherwise it is started again. */
    private static void revive(Victim victim, Death death) throws Exception {
        if (death != Death.BACKEND) {
            victim.start();
        }
        await().atMost(LONG).ignoreExceptions().until(() -> victim.client().get("/health/ready").status() == 200);
        await().atMost(LONG).ignoreExceptions().until(() -> victim.client().get("/api/v1/opportunities?limit=1").status() == 200);
    }

    private void inspect(Victim victim) {
        var inspection = new Inspection(victim.client(), ledger);
        inspection.importsEnded(imports);
        inspection.everyWriteIsThere();
        inspection.sumsAgree();
        inspection.theyAreFound();
        position = inspection.theFeedTellsAll(position);
    }

    private static void nothingIsLeftRunning(Victim victim) {
        await().atMost(LONG).untilAsserted(() -> assertThat(victim.databaseProcesses()).isEmpty());
    }

    private void report(int round, Death death, int acknowledged) throws Exception {
        String line = "round %d: %s after %d acknowledged writes; %d records, %d writes and %d imports so far, all there%n".formatted(
                round + 1, death, acknowledged, ledger.all().size(), written, imports.size());
        Files.writeString(REPORT, line, round == 0
                ? new java.nio.file.StandardOpenOption[] {java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.TRUNCATE_EXISTING, java.nio.file.StandardOpenOption.WRITE}
                : new java.nio.file.StandardOpenOption[] {java.nio.file.StandardOpenOption.APPEND});
    }
}
