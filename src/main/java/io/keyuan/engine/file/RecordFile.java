package io.keyuan.engine.file;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a record as it is now.
 *
 * @param object the name in code
 * @param number how many versions there have been
 * @param current its newest version
 */
record RecordFile(
        UUID id, String object, UUID record, String name, int number, Instant createdAt, UUID createdBy, @Nullable Instant deletedAt,
        Version current) {

    /**
     * What it was from a moment on.
     *
     * @param name what it was called when it came
     * @param hash of its bytes
     * @param size in bytes
     * @param type media type, by its content
     */
    record Version(UUID id, int number, String name, String hash, long size, String type, Instant at, UUID by) {}
}
