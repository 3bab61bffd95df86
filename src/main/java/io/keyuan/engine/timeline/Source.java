package io.keyuan.engine.timeline;

import io.keyuan.engine.ObjectType;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * One place where entries of a timeline are found, in their order, by an index of its own.
 *
 * @param kind as the address names it: {@link #CHANGES}, {@link #COMMENTS}, {@link #FILES}, or the path of an object whose records are entries
 * @param about the object of the records it tells of
 * @param own whether it is about the very record the timeline is of, or part of that
 * @param at of an entry, never null
 * @param id of an entry
 * @param maker who caused it
 * @param made when it came to be there, which is not always where it stands
 * @param standing what of it has a place of its own on the timeline
 * @param fresh what of it is new to whoever follows the record as {@link FollowTable} {@code f} says
 */
record Source(
        String kind,
        ObjectType about,
        boolean own,
        Table<Record> table,
        Field<OffsetDateTime> at,
        Field<UUID> id,
        Field<UUID> maker,
        Field<OffsetDateTime> made,
        Condition condition,
        Condition standing,
        Condition fresh) {

    static final String CHANGES = "changes";
    static final String COMMENTS = "comments";
    static final String FILES = "files";

    boolean isEntries() {
        return !kind.equals(CHANGES) && !kind.equals(COMMENTS) && !kind.equals(FILES);
    }
}
