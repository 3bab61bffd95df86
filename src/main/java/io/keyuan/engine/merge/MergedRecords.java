package io.keyuan.engine.merge;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Column;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Right;
import io.keyuan.engine.Successors;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.sql.Insert;
import io.keyuan.engine.sql.Statements;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Which records have become which other ones. One that was brought out of the bin by itself is itself again. */
@Repository
public class MergedRecords implements Successors {

    private static final String TABLE = "merged_record";

    /** Further than anybody has merged what was merged, over and over. */
    private static final int MOST_STEPS = 20;

    private static final Field<UUID> RECORD = Tables.uuid("m", "record_id");
    private static final Field<UUID> INTO = Tables.uuid("m", "into_id");
    private static final Field<UUID> JOB = Tables.uuid("m", "job_id");
    private static final Field<String> OBJECT = Tables.text("m", "object");
    private static final Field<OffsetDateTime> UNDONE = Tables.time("m", "undone_at");

    private final Insert insert = new Insert(
            TABLE,
            List.of(
                    new Column("record_id", "uuid", true, ""), new Column("job_id", "uuid", true, ""), new Column("object", "text", true, ""),
                    new Column("into_id", "uuid", true, ""), new Column("at", "timestamptz", true, ""), new Column("by_id", "uuid", true, "")),
            "");
    private final DSLContext sql;
    private final Statements statements;
    private final Conditions conditions;

    MergedRecords(DSLContext sql, Statements statements, Conditions conditions) {
        this.sql = sql;
        this.statements = statements;
        this.conditions = conditions;
    }

    /**
     * What a job made of some records.
     *
     * @param object the name in code of the object
     * @param from those that became the other
     */
    public record Merged(String object, UUID into, Set<UUID> from) {}

    void add(ObjectType type, UUID job, UUID into, Collection<UUID> from) {
        int rows = from.size();
        statements.execute(List.of(insert.of(new @Nullable Object[][] {
            from.toArray(), filled(rows, job), filled(rows, type.name()), filled(rows, into), filled(rows, Tables.bound(Instant.now())),
            filled(rows, Caller.current().person())
        })));
    }

    private static @Nullable Object[] filled(int rows, Object value) {
        @Nullable Object[] all = new Object[rows];
        Arrays.fill(all, value);
        return all;
    }

    /** What these operations made of records, whether it was taken back since or not; the others are left out. */
    public Map<UUID, Merged> of(Set<UUID> operations) {
        Map<UUID, Merged> merged = new LinkedHashMap<>();
        if (!operations.isEmpty()) {
            sql.select(JOB, OBJECT, INTO, RECORD)
                    .from(Tables.of(TABLE, "m"))
                    .where(Tables.ofTenant("m"))
                    .and(Tables.among(JOB, operations.toArray(UUID[]::new)))
                    .orderBy(RECORD)
                    .forEach(row -> merged
                            .computeIfAbsent(row.value1(), any -> new Merged(row.value2(), row.value3(), new LinkedHashSet<>()))
                            .from().add(row.value4()));
        }
        return merged;
    }

    /** What a job made of records; null where it is none of ours. */
    @Nullable Merged of(UUID job) {
        return of(Set.of(job)).get(job);
    }

    /** Those of these that are no more because of this job. */
    Set<UUID> gone(ObjectType type, UUID job) {
        return sql.select(RECORD)
                .from(Tables.of(TABLE, "m"))
                .where(Tables.ofTenant("m"))
                .and(JOB.eq(job))
                .and(UNDONE.isNull())
                .and(isGone(type))
                .fetchSet(RECORD);
    }

    private static Condition isGone(ObjectType type) {
        return exists(selectOne()
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.uuid("t", "id").eq(RECORD))
                .and(Tables.alive("t").not()));
    }

    /** Notes of records that they are themselves again. */
    void undone(UUID job, Set<UUID> records) {
        if (!records.isEmpty()) {
            sql.update(Tables.of(TABLE, "m"))
                    .set(field(name("undone_at"), SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()))
                    .where(Tables.ofTenant("m"))
                    .and(JOB.eq(job))
                    .and(Tables.among(RECORD, records.toArray(UUID[]::new)))
                    .execute();
        }
    }

    @Override
    public @Nullable UUID of(ObjectType type, UUID id) {
        Set<UUID> way = way(type, id, true);
        return way.isEmpty() ? null : sql.select(Tables.uuid("t", "id"))
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.among(Tables.uuid("t", "id"), way.toArray(UUID[]::new)))
                .and(Tables.alive("t"))
                .and(conditions.visible(Right.READ, type, "t"))
                .fetchAny(Tables.uuid("t", "id"));
    }

    /** The records that have become this one, and those that had become them. */
    public Set<UUID> within(ObjectType type, UUID id) {
        return way(type, id, false);
    }

    /** Step by step within one statement: what was merged may have been merged again. */
    private Set<UUID> way(ObjectType type, UUID id, boolean onwards) {
        Table<Record> way = Tables.of("way", "w");
        Field<UUID> reached = Tables.uuid("w", "id");
        Field<Integer> steps = field(name("w", "steps"), SQLDataType.INTEGER);
        Field<UUID> next = onwards ? INTO : RECORD;
        Condition begins = (onwards ? RECORD : INTO).eq(id);
        Condition goesOn = (onwards ? RECORD : INTO).eq(reached);
        var all = name("way").fields("tenant_id", "id", "steps").as(DSL
                .select(Tables.uuid("m", "tenant_id"), next, DSL.inline(1))
                .from(Tables.of(TABLE, "m"))
                .where(valid(type)).and(begins)
                .union(DSL
                        .select(Tables.uuid("m", "tenant_id"), next, steps.plus(1))
                        .from(Tables.of(TABLE, "m"), way)
                        .where(valid(type)).and(goesOn)
                        .and(Tables.ofTenant("w"))
                        .and(steps.lt(MOST_STEPS))));
        Set<UUID> found = new LinkedHashSet<>(sql.withRecursive(all)
                .select(reached)
                .from(way)
                .where(Tables.ofTenant("w"))
                .orderBy(steps, reached)
                .fetch(reached));
        found.remove(id);
        return found;
    }

    private static Condition valid(ObjectType type) {
        return Tables.ofTenant("m").and(OBJECT.eq(type.name())).and(UNDONE.isNull()).and(isGone(type));
    }
}
