package io.keyuan.engine.live;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.RecordChanges;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was heard for one tenant in the last moments. A page reads its data before its window listens; what happens between
 * the two would be told to nobody.
 */
final class Lately {

    static final Duration KEPT = Duration.ofSeconds(30);
    private static final int AT_MOST = 500;

    private final Deque<Heard> heard = new ArrayDeque<>();
    /** When the newest of what could not be kept was heard. */
    private long forgotten = System.nanoTime() - KEPT.toNanos();

    private record Heard(long at, RecordChanges.@Nullable Change change, SignalsToWindows.@Nullable Told told) {}

    /**
     * @param records what was changed
     * @param events what one person was told of, each once
     */
    record Since(Map<ObjectType, Set<UUID>> records, Set<String> events) {}

    synchronized void add(RecordChanges.Change change) {
        add(new Heard(System.nanoTime(), change, null));
    }

    synchronized void add(SignalsToWindows.Told told) {
        add(new Heard(System.nanoTime(), null, told));
    }

    private void add(Heard fresh) {
        heard.addLast(fresh);
        while (fresh.at() - heard.getFirst().at() > KEPT.toNanos() || heard.size() > AT_MOST) {
            forgotten = heard.removeFirst().at();
        }
    }

    /** Whoever asks for the time before this one is told that there may have been more. */
    synchronized void missed() {
        heard.clear();
        forgotten = System.nanoTime();
    }

    /** Null where not everything that long ago is known any more. */
    synchronized @Nullable Since since(Duration ago, UUID person) {
        long from = System.nanoTime() - ago.toNanos();
        if (ago.compareTo(KEPT) > 0 || forgotten - from > 0) {
            return null;
        }
        Map<ObjectType, Set<UUID>> records = new LinkedHashMap<>();
        Set<String> events = new LinkedHashSet<>();
        for (Heard one : heard) {
            if (one.at() - from < 0) {
                continue;
            }
            if (one.change() != null) {
                records.computeIfAbsent(one.change().type(), any -> new LinkedHashSet<>()).addAll(one.change().ids());
            } else if (one.told() != null && one.told().people().contains(person)) {
                events.add(one.told().event());
            }
        }
        return records.values().stream().anyMatch(ids -> ids.size() > LiveChanges.LOOKED_AT) ? null : new Since(records, events);
    }
}
