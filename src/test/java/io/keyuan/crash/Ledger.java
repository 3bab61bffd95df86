package io.keyuan.crash;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client knows of its records: what was acknowledged, and what was sent and never answered. The first must be there,
 * the second may be, whole or not at all.
 */
final class Ledger {

    /**
     * A record as it was at a version.
     *
     * @param deleted whether it is in the recycle bin
     */
    record State(long version, String title, @Nullable BigDecimal amount, String stage, boolean deleted) {

        State changed(String title, BigDecimal amount, String stage) {
            return new State(version + 1, title, amount, stage, false);
        }

        State removed() {
            return new State(version + 1, title, amount, stage, true);
        }
    }

    /** One record; changed by one writer at a time. */
    static final class Entry {
        private final String externalId;
        private volatile @Nullable String id;
        private volatile @Nullable State acknowledged;
        private volatile @Nullable State unanswered;
        private final List<String> actions = new ArrayList<>();

        Entry(String externalId) {
            this.externalId = externalId;
        }

        String externalId() {
            return externalId;
        }

        @Nullable String id() {
            return id;
        }

        @Nullable State acknowledged() {
            return acknowledged;
        }

        @Nullable State unanswered() {
            return unanswered;
        }

        /** What was done to it in this round, as the feed of changes has to tell. */
        List<String> actions() {
            return List.copyOf(actions);
        }

        void send(State state) {
            unanswered = state;
        }

        void acknowledge(String record, String action) {
            id = record;
            acknowledged = unanswered;
            unanswered = null;
            actions.add(action);
        }

        /** Refused, so that nothing happened. */
        void withdraw() {
            unanswered = null;
        }

        /** What turned out to be there after the crash is what is known from now on. */
        void settle(@Nullable String record, @Nullable State state) {
            id = record;
            acknowledged = state;
            unanswered = null;
        }

        void beginRound() {
            actions.clear();
        }
    }

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Set<Entry> touched = ConcurrentHashMap.newKeySet();

    Entry open(String externalId) {
        return entries.computeIfAbsent(externalId, Entry::new);
    }

    void touch(Entry entry) {
        touched.add(entry);
    }

    /** Those that somebody wrote in this round. */
    Set<Entry> touched() {
        return Set.copyOf(touched);
    }

    List<Entry> all() {
        return List.copyOf(entries.values());
    }

    void beginRound() {
        touched.forEach(Entry::beginRound);
        touched.clear();
        // Never acknowledged and not there: as though it had not been sent.
        entries.values().removeIf(entry -> entry.acknowledged() == null);
    }

    /** Count and sum of what is not deleted, by stage. */
    Map<String, String> figures() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (Entry entry : entries.values()) {
            State state = entry.acknowledged();
            if (state != null && !state.deleted()) {
                counts.merge(state.stage(), 1, Integer::sum);
                sums.merge(state.stage(), state.amount() == null ? BigDecimal.ZERO : state.amount(), BigDecimal::add);
            }
        }
        Map<String, String> figures = new TreeMap<>();
        counts.forEach((stage, count) -> figures.put(stage, count + " " + java.util.Objects.requireNonNull(sums.get(stage)).setScale(2).toPlainString()));
        return figures;
    }
}
