package io.keyuan.engine.segment;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Column;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.Right;
import io.keyuan.engine.expression.Expressions;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.sql.ArrayValues;
import io.keyuan.engine.sql.Insert;
import io.keyuan.engine.sql.Statements;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Which records are in which segments. What is said of it is true in the transaction that says it; nobody changes it meanwhile. */
@Component
class SegmentMembers {

    static final String TABLE = "segment_member";

    private static final Logger LOG = LoggerFactory.getLogger(SegmentMembers.class);
    private static final Field<UUID> ID = Tables.uuid("t", "id");
    private static final Field<UUID> SEGMENT = Tables.uuid("m", "segment_id");
    private static final Field<UUID> RECORD = Tables.uuid("m", "record_id");

    private final Insert insert = new Insert(
            TABLE, List.of(new Column("segment_id", "uuid", true, ""), new Column("record_id", "uuid", true, "")), "on conflict do nothing");
    private final DSLContext sql;
    private final Statements statements;
    private final Expressions expressions;
    private final Conditions conditions;
    private final SegmentStore store;

    SegmentMembers(DSLContext sql, Statements statements, Expressions expressions, Conditions conditions, SegmentStore store) {
        this.sql = sql;
        this.statements = statements;
        this.expressions = expressions;
        this.conditions = conditions;
        this.store = store;
    }

    record Member(UUID segment, UUID record) {}

    /**
     * Brings live segments up to date as to these records, with as many statements for one segment as for all.
     *
     * @param segments live ones of the object
     */
    void settle(ObjectType type, Set<UUID> segments, Set<UUID> records) {
        if (segments.isEmpty() || records.isEmpty()) {
            return;
        }
        List<Segment> locked = store.lock(segments);
        Map<Segment, Condition> asked = Caller.current().unbounded().get(() -> conditions(type, locked));
        if (!asked.isEmpty()) {
            Set<UUID> ids = asked.keySet().stream().map(Segment::id).collect(Collectors.toSet());
            Set<Member> there = there(ids, records);
            Set<Member> due = due(type, asked, records);
            change(without(due, there), without(there, due));
        }
    }

    /** One whose condition says nothing any more, since what it is about is gone, stays as it is. */
    private Map<Segment, Condition> conditions(ObjectType type, List<Segment> segments) {
        Map<Segment, Condition> asked = new LinkedHashMap<>();
        for (Segment segment : segments) {
            try {
                asked.put(segment, expressions.condition(type, "t", segment.filter()));
            } catch (Problem problem) {
                LOG.warn("segment {} cannot be computed: {}", segment.id(), problem.getMessage());
            }
        }
        return asked;
    }

    private Set<Member> due(ObjectType type, Map<Segment, Condition> asked, Set<UUID> records) {
        List<Segment> segments = List.copyOf(asked.keySet());
        List<Field<?>> columns = new ArrayList<>(List.of(ID));
        segments.forEach(segment -> columns.add(field(asked.get(segment))));
        Set<Member> due = new HashSet<>();
        for (Record row : sql.select(columns)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(Tables.among(ID, records.toArray(UUID[]::new)))) {
            for (int i = 0; i < segments.size(); i++) {
                if (Boolean.TRUE.equals(row.get(i + 1, Boolean.class))) {
                    due.add(new Member(segments.get(i).id(), row.get(0, UUID.class)));
                }
            }
        }
        return due;
    }

    private Set<Member> there(Set<UUID> segments, Set<UUID> records) {
        return new HashSet<>(sql.select(SEGMENT, RECORD)
                .from(Tables.of(TABLE, "m"))
                .where(Tables.ofTenant("m"))
                .and(Tables.among(RECORD, records.toArray(UUID[]::new)))
                .and(Tables.among(SEGMENT, segments.toArray(UUID[]::new)))
                .fetch(row -> new Member(row.value1(), row.value2())));
    }

    /**
     * Puts records into a static segment, or takes them out. Those that are not there for the caller are left alone.
     *
     * @return which ones came or went
     */
    Set<UUID> put(Segment segment, ObjectType type, Set<UUID> records, boolean in) {
        if (records.isEmpty()) {
            return Set.of();
        }
        if (store.lock(Set.of(segment.id())).isEmpty()) {
            throw Problem.notFound();
        }
        Set<UUID> visible = sql.select(ID)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(Tables.among(ID, records.toArray(UUID[]::new)))
                .and(conditions.visible(Right.READ, type, "t"))
                .fetchSet(ID);
        Set<UUID> there = new HashSet<>();
        if (!visible.isEmpty()) {
            there(Set.of(segment.id()), visible).forEach(member -> there.add(member.record()));
        }
        Set<UUID> changed = in ? without(visible, there) : there;
        Set<Member> members = changed.stream().map(record -> new Member(segment.id(), record)).collect(Collectors.toSet());
        change(in ? members : Set.of(), in ? Set.of() : members);
        return changed;
    }

    /**
     * Has a record be in the static segments in which any of others is.
     *
     * @return the segments in which it was not, each with one of the others
     */
    Map<UUID, UUID> join(UUID record, Set<UUID> others) {
        Map<UUID, UUID> segments = new HashMap<>();
        sql.select(SEGMENT, RECORD)
                .from(Tables.of(TABLE, "m"))
                .join(Tables.of("segment", "s"))
                .on(Tables.uuid("s", "id").eq(SEGMENT))
                .where(Tables.ofTenant("m"), Tables.ofTenant("s"))
                .and(Tables.among(RECORD, others.toArray(UUID[]::new)))
                .and(Tables.text("s", "kind").ne(Segment.Kind.LIVE.code()))
                .forEach(row -> segments.putIfAbsent(row.value1(), row.value2()));
        if (!segments.isEmpty()) {
            store.lock(segments.keySet());
            there(segments.keySet(), Set.of(record)).forEach(member -> segments.remove(member.segment()));
            change(segments.keySet().stream().map(segment -> new Member(segment, record)).collect(Collectors.toSet()), Set.of());
        }
        return segments;
    }

    /** Has it be in some of them no more. */
    void leave(UUID record, Set<UUID> segments) {
        store.lock(segments);
        change(Set.of(), there(segments, Set.of(record)));
    }

    /** In how many static segments each of these is. */
    Map<UUID, Integer> count(Set<UUID> records) {
        return sql.select(RECORD, org.jooq.impl.DSL.count())
                .from(Tables.of(TABLE, "m"))
                .join(Tables.of("segment", "s"))
                .on(Tables.uuid("s", "id").eq(SEGMENT))
                .where(Tables.ofTenant("m"), Tables.ofTenant("s"))
                .and(Tables.among(RECORD, records.toArray(UUID[]::new)))
                .and(Tables.text("s", "kind").ne(Segment.Kind.LIVE.code()))
                .groupBy(RECORD)
                .fetchMap(RECORD, org.jooq.impl.DSL.count());
    }

    /** Records that are no more are in no segment. */
    void forget(Set<UUID> records) {
        Map<UUID, Long> by = new HashMap<>();
        sql.deleteFrom(Tables.of(TABLE, "m"))
                .where(Tables.ofTenant("m"))
                .and(Tables.among(RECORD, records.toArray(UUID[]::new)))
                .returning(SEGMENT)
                .fetch(SEGMENT)
                .forEach(segment -> by.merge(segment, -1L, Long::sum));
        store.grow(by);
    }

    private void change(Set<Member> missing, Set<Member> over) {
        if (!missing.isEmpty()) {
            statements.execute(List.of(insert.of(new @Nullable Object[][] {segments(missing), records(missing)})));
        }
        if (!over.isEmpty()) {
            sql.deleteFrom(Tables.of(TABLE, "m"))
                    .where(Tables.ofTenant("m"))
                    .and(ArrayValues.amongPairs(SEGMENT, RECORD, segments(over), records(over)))
                    .execute();
        }
        Map<UUID, Long> by = new HashMap<>();
        missing.forEach(member -> by.merge(member.segment(), 1L, Long::sum));
        over.forEach(member -> by.merge(member.segment(), -1L, Long::sum));
        by.values().removeIf(more -> more == 0);
        store.grow(by);
    }

    private static UUID[] segments(Set<Member> members) {
        return members.stream().map(Member::segment).toArray(UUID[]::new);
    }

    private static UUID[] records(Set<Member> members) {
        return members.stream().map(Member::record).toArray(UUID[]::new);
    }

    private static <T> Set<T> without(Set<T> all, Set<T> some) {
        return all.stream().filter(each -> !some.contains(each)).collect(Collectors.toSet());
    }

    /** The next records after one of them, the recycle bin too; nobody changes them until the transaction ends. */
    Set<UUID> next(ObjectType type, @Nullable UUID passed, int limit) {
        return new LinkedHashSet<>(sql.select(ID)
                .from(Tables.rows(type, "t"))
                .where(Tables.ofTenant(type, "t"))
                .and(passed == null ? noCondition() : ID.gt(passed))
                .orderBy(ID)
                .limit(limit)
                .forShare()
                .fetch(ID));
    }

    int count(ObjectType type) {
        return sql.fetchCount(Tables.of(type, "t"), Tables.ofTenant("t"));
    }
}
