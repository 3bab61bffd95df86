package io.keyuan.engine.audit;

import io.keyuan.engine.ObjectType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the trail; null where all will do.
 *
 * @param from the earliest moment, itself included
 * @param to the first moment that is too late
 * @param words a text that stands somewhere in the values or details
 * @param before the id of the row behind which to go on
 */
record AuditQuery(
        @Nullable Instant from, @Nullable Instant to, @Nullable UUID person, @Nullable String kind, @Nullable ObjectType object,
        @Nullable UUID record, @Nullable String words, @Nullable UUID before, int limit) {

    static final int MOST = 200;

    AuditQuery before(@Nullable UUID row, int rows) {
        return new AuditQuery(from, to, person, kind, object, record, words, row, rows);
    }

    /** For the trail itself: looking for something in it is told by it. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        put(told, "from", from);
        put(told, "to", to);
        put(told, "person", person);
        put(told, "kind", kind);
        put(told, "object", object == null ? null : object.name());
        put(told, "record", record);
        put(told, "words", words);
        return told;
    }

    private static void put(Map<String, Object> told, String name, @Nullable Object value) {
        if (value != null) {
            told.put(name, value.toString());
        }
    }
}
