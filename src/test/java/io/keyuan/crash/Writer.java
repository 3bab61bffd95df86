package io.keyuan.crash;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.crash.Ledger.Entry;
import io.keyuan.crash.Ledger.State;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;

/** Creates, changes and deletes opportunities, one after the other, until the program answers no more. */
final class Writer implements Runnable {

    private static final List<String> STAGES = List.of("prospecting", "engaging", "proposing", "negotiating", "won");
    private static final String PATH = "/api/v1/opportunities";

    private final TestClient client;
    private final Ledger ledger;
    private final Random random;
    private final String name;
    private final Semaphore acknowledged;
    private final List<Entry> mine;
    private int created;
    private volatile boolean stopping;

    /**
     * @param known records of earlier rounds that are this writer's to change
     * @param acknowledged gets a permit for each acknowledged write
     */
    Writer(TestClient client, Ledger ledger, List<Entry> known, long seed, String name, Semaphore acknowledged) {
        this.client = client;
        this.ledger = ledger;
        this.mine = new ArrayList<>(known);
        this.random = new Random(seed);
        this.name = name;
        this.acknowledged = acknowledged;
    }

    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        try {
            while (!stopping && write()) {
                acknowledged.release();
            }
        } catch (UncheckedIOException noAnswer) {
            stopping = true;
        }
    }

    /** @return whether it was acknowledged */
    private boolean write() {
        int what = random.nextInt(10);
        List<Entry> living = mine.stream().filter(Writer::lives).toList();
        if (what < 5 || living.isEmpty()) {
            return create();
        }
        Entry entry = living.get(random.nextInt(living.size()));
        return what < 9 ? change(entry) : delete(entry);
    }

    private static boolean lives(Entry entry) {
        State state = entry.acknowledged();
        return state != null && !state.deleted() && entry.unanswered() == null;
    }

    private boolean create() {
        Entry entry = ledger.open(name + "n" + created++);
        mine.add(entry);
        ledger.touch(entry);
        var state = new State(1, "Deal " + entry.externalId(), amount(), stage(), false);
        entry.send(state);
        TestAnswer answer = client.post(PATH, Map.of(
                "externalId", entry.externalId(), "title", state.title(), "stage", state.stage(), "amount", money(state)));
        return settle(entry, answer, 201, "create");
    }

    private boolean change(Entry entry) {
        ledger.touch(entry);
        State before = java.util.Objects.requireNonNull(entry.acknowledged());
        State after = before.changed(before.title().split(" v")[0] + " v" + (before.version() + 1), amount(), stage());
        entry.send(after);
        TestAnswer answer = client.patch(PATH + "/" + entry.id(), before.version(), Map.of(
                "title", after.title(), "stage", after.stage(), "amount", money(after)));
        return settle(entry, answer, 200, "update");
    }

    private boolean delete(Entry entry) {
        ledger.touch(entry);
        entry.send(java.util.Objects.requireNonNull(entry.acknowledged()).removed());
        return settle(entry, client.delete(PATH + "/" + entry.id()), 204, "delete");
    }

    private boolean settle(Entry entry, TestAnswer answer, int expected, String action) {
        if (answer.status() == expected) {
            entry.acknowledge(action.equals("create") ? answer.id() : java.util.Objects.requireNonNull(entry.id()), action);
            return true;
        }
        if (answer.status() < 500) {
            throw new AssertionError(answer.request() + " was answered " + answer.status() + " " + answer.content());
        }
        // In trouble with its database: whether the write came through is not known.
        return false;
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(random.nextInt(1_000_000), 2);
    }

    private String stage() {
        return STAGES.get(random.nextInt(STAGES.size()));
    }

    private static Map<String, String> money(State state) {
        return Map.of("amount", java.util.Objects.requireNonNull(state.amount()).toPlainString(), "currency", "CNY");
    }
}
