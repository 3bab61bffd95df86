package io.keyuan.engine.webhook;

import java.time.Duration;
import java.util.List;

/** How long is waited before each attempt: soon again at first, then for most of three days. */
final class Patience {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(5),
            Duration.ofHours(10), Duration.ofHours(14), Duration.ofHours(20), Duration.ofHours(24));

    private Patience() {}

    static boolean isOver(int attempts) {
        return attempts > WAITS.size();
    }

    /** @param attempts made so far, at least one */
    static Duration after(int attempts) {
        return WAITS.get(Math.min(attempts, WAITS.size()) - 1);
    }
}
