package io.keyuan.engine.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trail, from whichever table.
 *
 * @param kind of events their own; of changes {@code record-created} and so on
 * @param object the object's name in code
 * @param records where it was done to several
 * @param before values by attribute, of changes
 * @param details of events
 */
record Kept(
        UUID id, boolean change, String kind, UUID actor, @Nullable UUID seenAs, @Nullable String object, @Nullable UUID record,
        List<UUID> records, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, Map<String, @Nullable Object> details,
        @Nullable String address, @Nullable String request, @Nullable UUID token, @Nullable UUID operation) implements Comparable<Kept> {

    /** When it was kept: it is in the id, to the millisecond. */
    Instant at() {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** The newest first. */
    @Override
    public int compareTo(Kept other) {
        return compare(other.id(), id);
    }

    /** As the database compares ids. */
    static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high == 0 ? Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) : high;
    }
}
