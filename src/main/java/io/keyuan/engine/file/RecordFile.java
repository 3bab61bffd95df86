package io.keyuan.engine.file;

import io.keyuan.engine.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a record as it is now.
 *
 * @param object the name in code
 * @param number how many versions there have been
 * @param holder null where it is kept with the record as a whole
 * @param current its newest version
 */
record RecordFile(
        UUID id, String object, UUID record, String name, int number, Instant createdAt, UUID createdBy, @Nullable Instant deletedAt,
        @Nullable Holder holder, Version current) {

    /** The same with a newer version. */
    RecordFile at(Version version) {
        return new RecordFile(id, object, record, name, version.number(), createdAt, createdBy, deletedAt, holder, version);
    }

    /** The same, had by another record as well. */
    RecordFile alsoOf(UUID another) {
        return new RecordFile(
                Ids.next(), object, another, name, number, createdAt, createdBy, deletedAt, holder,
                new Version(Ids.next(), current.number(), current.name(), current.hash(), current.size(), current.type(), current.at(), current.by()));
    }

    /** By which it is asked for: that of an attribute's file is the one its value says. */
    UUID address() {
        return holder == null ? id : holder.received();
    }

    /**
     * What has it where it is not the record as a whole.
     *
     * @param attribute by its name in code
     * @param received under which id it was brought
     */
    record Holder(String attribute, UUID received) {}

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
