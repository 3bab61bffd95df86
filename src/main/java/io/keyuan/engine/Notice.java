package io.keyuan.engine;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something people are told. Its words are {@code notification.<kind>}, or {@code notification.<kind>.<what>} where the details
 * say {@code what}.
 *
 * @param people who is told; whoever caused it and whoever may not see the record are left out
 * @param type of what; null where it is about no record, and so is the record
 * @param record one of those it is about
 * @param by who caused it; null for the program itself
 * @param count how many records it is about
 * @param source what it comes from, within the kind: news from the same source join what somebody has not read yet; null where each
 *     stands for itself
 * @param details what else its words need
 */
public record Notice(
        NoticeKind kind, Set<UUID> people, @Nullable ObjectType type, @Nullable UUID record, @Nullable UUID by, int count,
        @Nullable String source, Map<String, String> details) {

    /** The detail that says that whoever raises it writes a letter of their own. */
    public static final String MAILED = "mailed";

    /** The detail that names another record: its object's name in code, a stroke and its id. Told as far as the reader may see it. */
    public static final String ON = "on";

    public Notice {
        people = Set.copyOf(people);
        details = Map.copyOf(details);
    }

    /** Of one record, caused by the current caller. */
    public static Notice about(NoticeKind kind, Set<UUID> people, ObjectType type, UUID record) {
        return new Notice(kind, people, type, record, Caller.current().person(), 1, null, Map.of());
    }

    /** Of no record, by the program itself. */
    public static Notice of(NoticeKind kind, Set<UUID> people, Map<String, String> details) {
        return new Notice(kind, people, null, null, null, 1, null, details);
    }

    public Notice by(@Nullable UUID person) {
        return new Notice(kind, people, type, record, person, count, source, details);
    }

    public Notice times(int records) {
        return new Notice(kind, people, type, record, by, records, source, details);
    }

    public Notice from(String common) {
        return new Notice(kind, people, type, record, by, count, common, details);
    }

    public Notice with(Map<String, String> more) {
        return new Notice(kind, people, type, record, by, count, source, more);
    }
}
