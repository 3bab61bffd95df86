package io.keyuan.demo.story;

import io.keyuan.fiction.Chance;
import java.time.Instant;
import java.util.UUID;

/**
 * The ids of the story's records: UUIDv7 of the moment a record was made, so that they ascend as those of other records do.
 * They follow from the operation that writes them, so that it can go on after a crash and no other makes the same.
 */
record StoryIds(UUID operation) {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    UUID id(String kind, int index, Instant made) {
        Chance chance = Chance.of(kind + operation, index);
        return new UUID(
                made.toEpochMilli() << 16 | VERSION | chance.bits() & 0xFFF, chance.bits() >>> 2 | VARIANT);
    }
}
