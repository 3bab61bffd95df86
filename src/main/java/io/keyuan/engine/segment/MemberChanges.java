package io.keyuan.engine.segment;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.keyuan.engine.Column;
import io.keyuan.engine.sql.Insert;
import io.keyuan.engine.sql.Statements;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.undo.ChangedBeside;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What jobs put into static segments and took out, so that it can be taken back. */
@Component
class MemberChanges implements ChangedBeside {

    private static final String TABLE = "segment_change";
    private static final Field<UUID> JOB = Tables.uuid("c", "job_id");
    private static final Field<UUID> SEGMENT = Tables.uuid("c", "segment_id");
    private static final Field<UUID> RECORD = Tables.uuid("c", "record_id");
    private static final Field<Boolean> ADDED = field(name("c", "added"), SQLDataType.BOOLEAN);

    private final Insert insert = new Insert(
            TABLE,
            List.of(
                    new Column("job_id", "uuid", true, ""), new Column("segment_id", "uuid", true, ""),
                    new Column("record_id", "uuid", true, ""), new Column("added", "boolean", true, "")),
            "on conflict do nothing");
    private final DSLContext sql;
    private final Statements statements;
    private final SegmentStore store;
    private final SegmentMembers members;
    private final AccessibleSegments segments;

    MemberChanges(DSLContext sql, Statements statements, SegmentStore store, SegmentMembers members, AccessibleSegments segments) {
        this.sql = sql;
        this.statements = statements;
        this.store = store;
        this.members = members;
        this.segments = segments;
    }

    void note(UUID job, Segment segment, Set<UUID> records, boolean added) {
        if (!records.isEmpty()) {
            int rows = records.size();
            statements.execute(List.of(insert.of(new @Nullable Object[][] {
                filled(rows, job), filled(rows, segment.id()), records.toArray(), filled(rows, added)
            })));
        }
    }

    private static @Nullable Object[] filled(int rows, Object value) {
        @Nullable Object[] all = new Object[rows];
        Arrays.fill(all, value);
        return all;
    }

    private record Change(UUID segment, UUID record, boolean added) {}

    /** A job fills one segment; what is as before already is not looked for. */
    @Override
    public TakenBack takeBack(UUID job, int limit) {
        List<Change> changes = sql.select(SEGMENT, RECORD, ADDED)
                .from(Tables.of(TABLE, "c"))
                .where(Tables.ofTenant("c"))
                .and(JOB.eq(job))
                .orderBy(RECORD)
                .limit(limit)
                .fetch(row -> new Change(row.value1(), row.value2(), row.value3()));
        if (changes.isEmpty()) {
            return new TakenBack(0, 0);
        }
        sql.deleteFrom(Tables.of(TABLE, "c"))
                .where(Tables.ofTenant("c"))
                .and(JOB.eq(job))
                .and(Tables.among(RECORD, changes.stream().map(Change::record).toArray(UUID[]::new)))
                .execute();
        if (store.find(changes.getFirst().segment()) == null) {
            return new TakenBack(0, changes.size());
        }
        Segment segment = segments.changeable(changes.getFirst().segment());
        members.put(segment, segments.type(segment), records(changes, true), false);
        members.put(segment, segments.type(segment), records(changes, false), true);
        return new TakenBack(changes.size(), 0);
    }

    private static Set<UUID> records(List<Change> changes, boolean added) {
        Set<UUID> records = new HashSet<>();
        changes.stream().filter(change -> change.added() == added).forEach(change -> records.add(change.record()));
        return records;
    }
}
