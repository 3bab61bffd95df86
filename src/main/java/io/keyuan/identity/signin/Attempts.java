package io.keyuan.identity.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Slows down guessing: some attempts are free, each further one closes the door twice as long as the one before, and
 * attempts are forgiven with time. Counted on each node by itself.
 */
final class Attempts {

    private static final int KEYS_AT_MOST = 100_000;
    private static final int LONGEST_SHIFT = 20;

    /**
     * @param free how many cost nothing
     * @param forgiven the time in which one attempt is forgiven
     * @param longest the door is never closed for longer
     */
    record Limit(int free, Duration forgiven, Duration longest) {}

    private final Limit limit;
    private final InstantSource clock;
    private final Cache<String, Count> counts;

    Attempts(Limit limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
        this.counts = Caffeine.newBuilder()
                .maximumSize(KEYS_AT_MOST)
                .expireAfterAccess(limit.longest().plus(limit.forgiven().multipliedBy(limit.free())))
                .build();
    }

    /** Counts an attempt, before its outcome is known: many made at once must not all be free. */
    Duration begin(String key) {
        return counts.get(key, unknown -> new Count()).begin(clock.instant());
    }

    /** The attempt was no guess. */
    void giveBack(String key) {
        Count count = counts.getIfPresent(key);
        if (count != null) {
            count.giveBack();
        }
    }

    void clear(String key) {
        counts.invalidate(key);
    }

    private final class Count {

        private double level;
        private Instant counted = Instant.MIN;
        private Instant opens = Instant.MIN;

        /** @return zero where the attempt may be made, else how long the door stays closed */
        synchronized Duration begin(Instant now) {
            if (now.isBefore(opens)) {
                return Duration.between(now, opens);
            }
            level = forgiven(now) + 1;
            counted = now;
            int beyond = (int) Math.round(level) - limit.free();
            if (beyond >= 0) {
                opens = now.plus(closed(beyond));
            }
            return Duration.ZERO;
        }

        synchronized void giveBack() {
            level = Math.max(0, level - 1);
        }

        private double forgiven(Instant now) {
            if (counted.equals(Instant.MIN)) {
                return 0;
            }
            double passed = Duration.between(counted, now).toMillis();
            return Math.max(0, level - passed / limit.forgiven().toMillis());
        }

        private Duration closed(int beyond) {
            Duration doubled = Duration.ofSeconds(1L << Math.min(beyond, LONGEST_SHIFT));
            return doubled.compareTo(limit.longest()) < 0 ? doubled : limit.longest();
        }
    }
}
