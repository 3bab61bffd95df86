package io.keyuan.engine.automation;

import static org.jooq.impl.DSL.row;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.automation.AutomationPlaces.Place;
import io.keyuan.engine.history.ChangeLog;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What happened to records, one by one, as the audit has it. */
@Component
class AuditedChanges {

    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};
    private static final Field<Long> POSITION = Tables.number("a", "position");
    private static final Field<UUID> ID = Tables.uuid("a", "id");
    private static final Field<String> OBJECT = Tables.text("a", "object");
    private static final Field<UUID> RECORD = Tables.uuid("a", "record_id");
    private static final Field<String> ACTION = Tables.text("a", "action");
    private static final Field<UUID> OPERATION = Tables.uuid("a", "operation_id");
    private static final Field<JSONB> AFTER = Tables.json("a", "after");

    private final DSLContext sql;
    private final ChangeLog log;
    private final JsonMapper json;

    AuditedChanges(DSLContext sql, ChangeLog log, JsonMapper json) {
        this.sql = sql;
        this.log = log;
        this.json = json;
    }

    /**
     * One change of one record.
     *
     * @param id in the audit
     * @param object the name in code
     * @param operation to which it belongs; null for none
     * @param after the new values of what changed, by attribute
     */
    record Change(Place place, UUID id, String object, UUID record, String action, @Nullable UUID operation, Instant at, Map<String, @Nullable Object> after) {}

    /** Below and at this position no transaction runs any more. */
    long settled() {
        return log.settled().transaction();
    }

    /** The next ones of these objects, of transactions that have ended. */
    List<Change> after(Place place, long settled, Set<String> objects, int limit) {
        return select(OBJECT.in(objects))
                .and(row(POSITION, ID).gt(row(DSL.val(place.position()), DSL.val(place.row()))))
                .and(POSITION.le(settled))
                .orderBy(POSITION, ID)
                .limit(limit)
                .fetch(this::change);
    }

    /** The newest ones of an object. */
    List<Change> newest(ObjectType type, int limit) {
        return select(OBJECT.eq(type.name())).orderBy(ID.desc()).limit(limit).fetch(this::change);
    }

    private SelectConditionStep<? extends Record> select(Condition which) {
        return sql.select(POSITION, ID, OBJECT, RECORD, ACTION, OPERATION, Tables.time("a", "at"), AFTER)
                .from(Tables.of("audit", "a"))
                .where(Tables.ofTenant("a"))
                .and(which);
    }

    private Change change(Record row) {
        JSONB after = row.get(AFTER);
        return new Change(
                new Place(row.get(POSITION), row.get(ID)), row.get(ID), row.get(OBJECT), row.get(RECORD), row.get(ACTION), row.get(OPERATION),
                row.get(Tables.time("a", "at")).toInstant(), after == null ? Map.of() : json.readValue(after.data(), VALUES));
    }
}
