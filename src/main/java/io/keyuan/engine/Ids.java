package io.keyuan.engine;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes UUIDv7 (RFC 9562, section 5.7, with method 1 of section 6.2): 48 bits of milliseconds, a counter that keeps ids of
 * one millisecond in the order they were made, and random bits.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long VARIANT_MASK = 0x3FFFFFFFFFFFFFFFL;

    private static long last;

    private Ids() {}

    public static UUID next() {
        long ticket = ticket();
        long high = (ticket >>> COUNTER_BITS << 16) | VERSION | (ticket & ((1L << COUNTER_BITS) - 1));
        return new UUID(high, (RANDOM.nextLong() & VARIANT_MASK) | VARIANT);
    }

    /** The lowest of all ids made from this moment on. */
    public static UUID first(Instant from) {
        return new UUID(from.toEpochMilli() << 16 | VERSION, VARIANT);
    }

    /** When an id was made, to the millisecond. */
    public static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** Milliseconds and counter in one number that only grows: an overfull millisecond borrows from the next. */
    private static synchronized long ticket() {
        last = Math.max(last + 1, System.currentTimeMillis() << COUNTER_BITS);
        return last;
    }
}
