package io.keyuan.engine.segment;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.sql.ArrayValues;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Segments in their table; of the current caller's company where nothing else is said. */
@Repository
class SegmentStore {

    /** Of one object for one person; more than anybody finds their way among. */
    static final int MOST = 200;

    /** Of all objects; what is shown on one page. */
    private static final int MOST_SHOWN = 500;

    /** Live ones of one object, since each of them is asked of every record that changes. */
    static final int MOST_LIVE = 100;

    private static final String TABLE = "segment";
    private static final Table<Record> SEGMENT = Tables.of(TABLE, "s");
    private static final Field<UUID> TENANT = Tables.uuid("s", "tenant_id");
    private static final Field<UUID> ID = Tables.uuid("s", "id");
    private static final Field<UUID> OWNER = Tables.uuid("s", "owner_id");
    private static final Field<String> OBJECT = Tables.text("s", "object");
    private static final Field<String> KIND = Tables.text("s", "kind");
    private static final Field<Long> MEMBERS = Tables.number("s", "members");
    private static final Field<OffsetDateTime> COMPUTED = Tables.time("s", "computed_at");
    private static final Field<Boolean> MOVING = field(name("s", "moving"), SQLDataType.BOOLEAN);
    private static final Field<UUID[]> SHARED_WITH = field(name("s", "shared_with"), SQLDataType.UUID.array());

    private final DSLContext sql;

    SegmentStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Those that somebody has, by name; of all objects where none is named. */
    List<Segment> of(@Nullable String object, UUID person, Set<UUID> principals) {
        return sql.select(DSL.asterisk())
                .from(SEGMENT)
                .where(Tables.ofTenant("s"))
                .and(object == null ? DSL.noCondition() : OBJECT.eq(object))
                .and(hasIt(person, principals))
                .orderBy(Tables.text("s", "name"), ID)
                .limit(MOST_SHOWN)
                .fetch(SegmentStore::segment);
    }

    /** Those of these that somebody has. */
    List<Segment> find(Set<UUID> ids, UUID person, Set<UUID> principals) {
        return sql.select(DSL.asterisk())
                .from(SEGMENT)
                .where(Tables.ofTenant("s"))
                .and(ID.in(ids))
                .and(hasIt(person, principals))
                .fetch(SegmentStore::segment);
    }

    private static Condition hasIt(UUID person, Set<UUID> principals) {
        return OWNER.eq(person)
                .or(field(name("s", "everyone"), SQLDataType.BOOLEAN).isTrue())
                .or(DSL.arrayOverlap(SHARED_WITH, val(principals.toArray(UUID[]::new))));
    }

    /** Whoever has it. */
    @Nullable Segment find(UUID id) {
        return sql.select(DSL.asterisk()).from(SEGMENT).where(it(id)).fetchOne(SegmentStore::segment);
    }

    /** All live ones. */
    List<Segment> live() {
        return sql.select(DSL.asterisk())
                .from(SEGMENT)
                .where(Tables.ofTenant("s"))
                .and(KIND.eq(Segment.Kind.LIVE.code()))
                .orderBy(ID)
                .fetch(SegmentStore::segment);
    }

    int countOwned(String object, UUID person) {
        return sql.fetchCount(SEGMENT, Tables.ofTenant("s"), OBJECT.eq(object), OWNER.eq(person));
    }

    int countLive(String object) {
        return sql.fetchCount(SEGMENT, Tables.ofTenant("s"), OBJECT.eq(object), KIND.eq(Segment.Kind.LIVE.code()));
    }

    private static Condition it(UUID id) {
        return Tables.ofTenant("s").and(ID.eq(id));
    }

    void add(Segment segment) {
        Map<Field<?>, @Nullable Object> row = row(segment);
        row.put(own("tenant_id", SQLDataType.UUID), Caller.current().tenant());
        row.put(own("id", SQLDataType.UUID), segment.id());
        row.put(own("version", SQLDataType.BIGINT), segment.version());
        row.put(own("object", SQLDataType.CLOB), segment.object());
        row.put(own("kind", SQLDataType.CLOB), segment.kind().code());
        row.put(own("owner_id", SQLDataType.UUID), segment.owner());
        row.put(own("members", SQLDataType.BIGINT), 0L);
        row.put(own("computed_at", SQLDataType.TIMESTAMPWITHTIMEZONE), segment.computedAt() == null ? null : Tables.bound(segment.computedAt()));
        sql.insertInto(table(name(TABLE))).columns(row.keySet().toArray(Field<?>[]::new)).values(row.values()).execute();
    }

    /** @return whether the version was still the segment's */
    boolean replace(Segment segment) {
        Map<Field<?>, @Nullable Object> row = row(segment);
        row.put(own("version", SQLDataType.BIGINT), segment.version() + 1);
        return sql.update(SEGMENT).set(row).where(it(segment.id())).and(Tables.number("s", "version").eq(segment.version())).execute() == 1;
    }

    private static Map<Field<?>, @Nullable Object> row(Segment segment) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(own("name", SQLDataType.CLOB), segment.name());
        row.put(own("description", SQLDataType.CLOB), segment.description());
        row.put(own("filter", SQLDataType.CLOB), segment.filter());
        row.put(own("moving", SQLDataType.BOOLEAN), segment.moving());
        row.put(own("everyone", SQLDataType.BOOLEAN), segment.everyone());
        row.put(own("shared_with", SQLDataType.UUID.array()), segment.sharedWith().toArray(UUID[]::new));
        row.put(own("updated_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()));
        return row;
    }

    void delete(UUID id) {
        sql.deleteFrom(Tables.of(SegmentMembers.TABLE, "m")).where(Tables.ofTenant("m")).and(Tables.uuid("m", "segment_id").eq(id)).execute();
        sql.deleteFrom(Tables.of("segment_change", "c")).where(Tables.ofTenant("c")).and(Tables.uuid("c", "segment_id").eq(id)).execute();
        sql.deleteFrom(SEGMENT).where(it(id)).execute();
    }

    /** Those that nobody else has; what somebody shared stays with the others, and whoever sets up the object looks after it. */
    void deletePrivateOf(Set<UUID> people) {
        Condition theirs = Tables.ofTenant("s")
                .and(Tables.among(OWNER, people.toArray(UUID[]::new)))
                .and(field(name("s", "everyone"), SQLDataType.BOOLEAN).isFalse())
                .and(DSL.cardinality(SHARED_WITH).eq(0));
        sql.deleteFrom(Tables.of(SegmentMembers.TABLE, "m"))
                .where(Tables.ofTenant("m"))
                .and(Tables.uuid("m", "segment_id").in(DSL.select(ID).from(SEGMENT).where(theirs)))
                .execute();
        sql.deleteFrom(SEGMENT).where(theirs).execute();
    }

    // ---- what is computed ----

    /**
     * Members are counted from one state to the next: whoever changes them holds the rows until the transaction ends.
     *
     * @return those that are still there, as they are
     */
    List<Segment> lock(Set<UUID> ids) {
        return sql.select(DSL.asterisk())
                .from(SEGMENT)
                .where(Tables.ofTenant("s"))
                .and(ID.in(ids))
                .orderBy(ID)
                .forUpdate()
                .fetch(SegmentStore::segment);
    }

    void grow(Map<UUID, Long> by) {
        if (by.isEmpty()) {
            return;
        }
        UUID[] ids = by.keySet().toArray(UUID[]::new);
        Long[] more = by.values().toArray(Long[]::new);
        sql.update(SEGMENT)
                .set(own("members", SQLDataType.BIGINT), MEMBERS.add(ArrayValues.beside(ID, ids, more)))
                .where(Tables.ofTenant("s"))
                .and(Tables.among(ID, ids))
                .execute();
    }

    /** It is to be looked through by this job; whichever was at it gives up. */
    void compute(UUID id, UUID job) {
        sql.update(SEGMENT)
                .set(own("job_id", SQLDataType.UUID), job)
                .setNull(own("computed_at", SQLDataType.TIMESTAMPWITHTIMEZONE))
                .setNull(own("passed", SQLDataType.UUID))
                .where(it(id))
                .execute();
    }

    void computed(UUID id) {
        sql.update(SEGMENT)
                .set(own("computed_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()))
                .setNull(own("passed", SQLDataType.UUID))
                .where(it(id))
                .execute();
    }

    /** The companies with moving segments that were last looked through before this. */
    Set<UUID> withDue(Instant before) {
        return AcrossTenants.call("segments of all companies move alike", () ->
                sql.selectDistinct(TENANT).from(SEGMENT).where(due(before)).fetchSet(TENANT));
    }

    List<UUID> due(Instant before, int limit) {
        return sql.select(ID).from(SEGMENT).where(Tables.ofTenant("s")).and(due(before)).orderBy(ID).limit(limit).fetch(ID);
    }

    private static Condition due(Instant before) {
        return MOVING.isTrue().and(KIND.eq(Segment.Kind.LIVE.code())).and(COMPUTED.lt(Tables.bound(before)));
    }

    /**
     * How far a segment was looked through again.
     *
     * @param passed null before the first record
     */
    record Round(Segment segment, @Nullable UUID passed) {}

    /** @return null where another node is at it, or has been */
    @Nullable Round lockDue(UUID id, Instant before) {
        return sql.select(DSL.asterisk()).from(SEGMENT).where(it(id)).and(due(before)).forUpdate().skipLocked()
                .fetchOne(row -> new Round(segment(row), row.get("passed", UUID.class)));
    }

    void passed(UUID id, UUID record) {
        sql.update(SEGMENT).set(own("passed", SQLDataType.UUID), record).where(it(id)).execute();
    }

    private static Segment segment(Record row) {
        OffsetDateTime computed = row.get("computed_at", OffsetDateTime.class);
        return new Segment(
                row.get("id", UUID.class), row.get("version", Long.class), row.get("object", String.class), row.get("name", String.class),
                row.get("description", String.class), Objects.requireNonNull(Segment.Kind.of(row.get("kind", String.class))),
                row.get("filter", String.class), row.get("moving", Boolean.class), row.get("owner_id", UUID.class),
                row.get("everyone", Boolean.class), Set.of(row.get("shared_with", UUID[].class)), row.get("members", Long.class),
                computed == null ? null : computed.toInstant(), row.get("job_id", UUID.class));
    }

    private static <T> Field<T> own(String column, DataType<T> type) {
        return field(name(column), type);
    }
}
