package io.keyuan.engine.timeline;

import io.keyuan.engine.sql.Tables;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Field;

/** The table of follows under its alias {@code f}. */
final class FollowTable {

    static final Field<UUID> PERSON = Tables.uuid("f", "person_id");
    static final Field<String> OBJECT = Tables.text("f", "object");
    static final Field<UUID> RECORD = Tables.uuid("f", "record_id");
    static final Field<OffsetDateTime> SINCE = Tables.time("f", "since");

    /** Up to when the person knows what happened. */
    static final Field<OffsetDateTime> SEEN_AT = Tables.time("f", "seen_at");

    /** The same among ids, which are in the order of time: records have an index by id, not by when they were made. */
    static final Field<UUID> SEEN_ID = Tables.uuid("f", "seen_id");

    private FollowTable() {}
}
