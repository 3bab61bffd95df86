package io.keyuan.engine;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be provable afterwards and is no change of a record: those are audited by themselves.
 *
 * @param kind lower case words with hyphens, such as {@code signed-in} or {@code role-changed}; each has a label {@code audit.<kind>}
 * @param object the name in code of the object it was done to; null where it was none
 * @param record which record of it; null where it was none, or several
 * @param records which ones, where it was done to several
 * @param details what else is worth knowing: texts, numbers, yes and no, and lists of them; never a secret
 */
public record AuditEvent(
        String kind, @Nullable String object, @Nullable UUID record, List<UUID> records, Map<String, Object> details) {

    public AuditEvent {
        records = List.copyOf(records);
        details = Map.copyOf(details);
    }

    public AuditEvent(String kind, @Nullable String object, @Nullable UUID record, Map<String, Object> details) {
        this(kind, object, record, List.of(), details);
    }

    public static AuditEvent of(String kind, Map<String, Object> details) {
        return new AuditEvent(kind, null, null, details);
    }
}
