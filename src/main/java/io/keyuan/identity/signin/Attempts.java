package io.keyuan.identity.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Slows down guessing: some attempts are free, each further one closes the door twice as long as the one before, and
 * attempts are forgiven with time. Counted by all nodes together.
 */
final class Attempts {

    private static final int LONGEST_SHIFT = 20;

    /**
     * @param free how many cost nothing
     * @param forgiven the time in which one attempt is forgiven
     * @param longest the door is never closed for longer
     */
    record Limit(int free, Duration forgiven, Duration longest) {

        /** After this an untouched count is as good as none. */
        Duration remembered() {
            return longest.plus(forgiven.multipliedBy(free));
        }

        private Duration closed(int beyond) {
            Duration doubled = Duration.ofSeconds(1L << Math.min(beyond, LONGEST_SHIFT));
            return doubled.compareTo(longest) < 0 ? doubled : longest;
        }
    }

    /**
     * How far somebody has gone.
     *
     * @param level attempts that are not forgiven yet, as of when they were counted
     * @param opens when the next one may be made
     */
    record Count(double level, Instant counted, Instant opens) {

        boolean isOpen(Instant now) {
            return !now.isBefore(opens);
        }

        private double unforgiven(Limit limit, Instant now) {
            double passed = Duration.between(counted, now).toMillis();
            return Math.max(0, level - passed / limit.forgiven().toMillis());
        }

        /** One more attempt, before its outcome is known: many made at once must not all be free. */
        private Count another(Limit limit, Instant now) {
            double level = unforgiven(limit, now) + 1;
            int beyond = (int) Math.round(level) - limit.free();
            return new Count(level, now, beyond >= 0 ? now.plus(limit.closed(beyond)) : now);
        }

        Count oneLess() {
            return new Count(Math.max(0, level - 1), counted, opens);
        }
    }

    private final String kind;
    private final Limit limit;
    private final AttemptStore store;
    private final InstantSource clock;

    /** @param kind tells counts of one kind from those of another with the same key */
    Attempts(String kind, Limit limit, AttemptStore store, InstantSource clock) {
        this.kind = kind;
        this.limit = limit;
        this.store = store;
        this.clock = clock;
    }

    /** @return zero where the attempt may be made, which counts it; else how long the door stays closed */
    Duration begin(String key) {
        Instant now = now();
        Count before = store.change(hash(key), now, limit.remembered(), count ->
                count.isOpen(now) ? count.another(limit, now) : count);
        return before.isOpen(now) ? Duration.ZERO : Duration.between(now, before.opens());
    }

    /** The attempt was no guess. */
    void giveBack(String key) {
        store.change(hash(key), now(), limit.remembered(), Count::oneLess);
    }

    void clear(String key) {
        store.clear(hash(key));
    }

    /** As exact as the database keeps it, or a door that opens now would still be closed. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private SecretHash hash(String key) {
        return SecretHash.of(kind + " " + key);
    }
}
