package io.keyuan.engine.undo;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.sql.Documents;
import io.keyuan.engine.sql.Tables;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads from the audit what an operation did. */
@Repository
class Traces {

    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};
    private static final Table<Record> AUDIT = Tables.of("audit", "a");
    private static final Field<UUID> ID = Tables.uuid("a", "id");
    private static final Field<UUID> RECORD = Tables.uuid("a", "record_id");
    private static final Field<UUID> OPERATION = Tables.uuid("a", "operation_id");
    private static final Field<String> ACTION = Tables.text("a", "action");
    private static final Field<String> OBJECT = Tables.text("a", "object");
    private static final Field<Long> VERSION = Tables.number("a", "version");
    private static final Field<JSONB> BEFORE = Tables.json("a", "before");
    private static final Field<JSONB> AFTER = Tables.json("a", "after");

    private final DSLContext sql;
    private final JsonMapper json;

    Traces(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** One change as a page of them is gone through. */
    record Mark(UUID id, String object, UUID record) {}

    /** @param before the last mark of the page before; null for the newest */
    List<Mark> page(UUID operation, @Nullable UUID before, int limit) {
        return sql.select(ID, OBJECT, RECORD)
                .from(AUDIT)
                .where(Tables.ofTenant("a"))
                .and(OPERATION.eq(operation))
                .and(before == null ? DSL.noCondition() : ID.lt(before))
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(row -> new Mark(row.value1(), row.value2(), row.value3()));
    }

    int count(UUID operation) {
        return sql.fetchCount(AUDIT, Tables.ofTenant("a").and(OPERATION.eq(operation)));
    }

    /** What the operation did to each of these; those it did nothing to are left out. */
    Map<UUID, Trace> of(UUID operation, Collection<UUID> records) {
        Condition these = Tables.ofTenant("a").and(RECORD.eq(DSL.any(records.toArray(UUID[]::new))));
        Map<UUID, List<Trace.Step>> steps = new LinkedHashMap<>();
        sql.select(RECORD, ID, ACTION, BEFORE).from(AUDIT).where(these).and(OPERATION.eq(operation)).orderBy(ID).forEach(row ->
                steps.computeIfAbsent(row.value1(), any -> new java.util.ArrayList<>())
                        .add(new Trace.Step(row.value2(), row.value3(), values(row.value4()))));
        Map<UUID, Trace.Latest> latest = new HashMap<>();
        sql.select(RECORD, OPERATION, ACTION, VERSION).distinctOn(RECORD).from(AUDIT).where(these).orderBy(RECORD, ID.desc()).forEach(row ->
                latest.put(row.value1(), new Trace.Latest(row.value2(), row.value3(), row.value4())));
        Map<UUID, Trace> traces = new LinkedHashMap<>();
        steps.forEach((record, each) -> traces.put(record, new Trace(record, each, Objects.requireNonNull(latest.get(record)))));
        return traces;
    }

    /**
     * What an attribute became.
     *
     * @param operation which one made it that; null for a change that was no part of one
     * @param value as JSON says it; null for none
     */
    record Value(@Nullable UUID operation, @Nullable Object value) {}

    /** What each attribute of these records became last. */
    Map<UUID, Map<String, Value>> latest(Collection<UUID> records) {
        return latest(records, DSL.noCondition());
    }

    /** What an operation made of each attribute of these records. */
    Map<UUID, Map<String, Value>> latest(Collection<UUID> records, UUID operation) {
        return latest(records, OPERATION.eq(operation));
    }

    private Map<UUID, Map<String, Value>> latest(Collection<UUID> records, Condition of) {
        var each = sql.select(RECORD, ID, OPERATION, AFTER, Documents.names(AFTER).as("attribute"))
                .from(AUDIT)
                .where(Tables.ofTenant("a"))
                .and(RECORD.eq(DSL.any(records.toArray(UUID[]::new))))
                .and(of)
                .asTable("e");
        Field<UUID> record = Tables.uuid("e", "record_id");
        Field<String> attribute = Tables.text("e", "attribute");
        Field<JSONB> value = DSL.jsonbGetAttribute(Tables.json("e", "after"), attribute);
        Map<UUID, Map<String, Value>> latest = new HashMap<>();
        sql.select(record, attribute, Tables.uuid("e", "operation_id"), value)
                .distinctOn(record, attribute)
                .from(each)
                .orderBy(record, attribute, Tables.uuid("e", "id").desc())
                .forEach(row -> latest.computeIfAbsent(row.value1(), any -> new HashMap<>())
                        .put(row.value2(), new Value(row.value3(), row.value4() == null ? null : json.readValue(row.value4().data(), Object.class))));
        return latest;
    }

    private Map<String, @Nullable Object> values(@Nullable JSONB stored) {
        return stored == null ? Map.of() : json.readValue(stored.data(), VALUES);
    }

    /** Those of these records that are not in the recycle bin, whoever may see them. */
    Set<UUID> alive(ObjectType type, Collection<UUID> records) {
        return sql.select(Tables.uuid("t", "id"))
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.uuid("t", "id").eq(DSL.any(records.toArray(UUID[]::new))))
                .and(Tables.alive("t"))
                .fetchSet(Tables.uuid("t", "id"));
    }

    /** The lines of these records, deleted ones too, each with whose it is. */
    Map<UUID, UUID> lines(Attribute<Ref> back, Set<UUID> owners) {
        Field<UUID> owner = Tables.reference("t", back);
        return sql.select(Tables.uuid("t", "id"), owner)
                .from(Tables.of(back.object(), "t"))
                .where(Tables.ofTenant("t"))
                .and(owner.eq(DSL.any(owners.toArray(UUID[]::new))))
                .fetchMap(Tables.uuid("t", "id"), owner);
    }
}
