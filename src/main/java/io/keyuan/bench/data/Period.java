package io.keyuan.bench.data;

import io.keyuan.fiction.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * When the records of one kind came to be: evenly over two years, in the order of their numbers, so that their ids ascend
 * with them as UUIDv7 does.
 *
 * @param kind tells apart the ids of two kinds
 */
record Period(String kind, int count) {

    static final Instant BEGIN = Instant.parse("2024-11-01T00:00:00Z");
    static final Instant END = Instant.parse("2026-11-01T00:00:00Z");

    private static final long LENGTH = Duration.between(BEGIN, END).toMillis();
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    Instant time(int index) {
        return BEGIN.plusMillis(LENGTH * index / count);
    }

    UUID id(int index) {
        Chance chance = Chance.of(kind, index);
        return id(time(index), chance.bits(), chance.bits());
    }

    /** The lowest UUIDv7 of a moment, for asking what was made before or after it. */
    static UUID lowest(Instant time) {
        return id(time, 0, 0);
    }

    private static UUID id(Instant time, long high, long low) {
        return new UUID(time.toEpochMilli() << 16 | VERSION | high & 0xFFF, low >>> 2 | VARIANT);
    }
}
