package io.keyuan.engine.erasure;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.sql.Assigned;
import io.keyuan.engine.sql.IndexedValues;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes away for good what one operation made, with its history: not into the recycle bin. What people made stays, and so
 * does what it needs. The feed of changes tells that the records went.
 */
@Component
public class Erasure {

    private final DSLContext sql;
    private final ObjectTypes types;
    private final MadeRecords made;
    private final NeededRecords needed;
    private final Departures departures;
    private final ApplicationEventPublisher events;

    Erasure(
            DSLContext sql, ObjectTypes types, MadeRecords made, NeededRecords needed, Departures departures,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.types = types;
        this.made = made;
        this.needed = needed;
        this.departures = departures;
        this.events = events;
    }

    /** How many records of each object, by its name, the operation made that are there still. */
    public Map<String, Integer> counts(UUID operation) {
        return made.counts(operation);
    }

    /** Those of them that others need. */
    public Map<ObjectType, Set<UUID>> needed(UUID operation) {
        return needed.of(operation);
    }

    /** In this order they can go; objects of one entry only together, in one transaction. */
    public List<List<ObjectType>> order() {
        return departures.inOrder();
    }

    /**
     * Takes some away, in the current transaction.
     *
     * @param kept which of them stay
     * @return how many went; fewer than the limit when none is left
     */
    public int erase(UUID operation, ObjectType type, Set<UUID> kept, int limit) {
        List<UUID> ids = made.some(operation, type, kept, limit);
        if (!ids.isEmpty()) {
            erase(type, ids);
        }
        return ids.size();
    }

    private void erase(ObjectType type, List<UUID> ids) {
        UUID[] gone = ids.toArray(UUID[]::new);
        eraseParts(type, gone);
        events.publishEvent(new RecordsErased(type, ids));
        forgetAmongThemselves(type, gone);
        delete("search_document", "record_id", gone);
        delete("audit", "record_id", gone);
        sql.deleteFrom(Tables.rows(type, "t")).where(Tables.ofTenant(type, "t")).and(Tables.uuid("t", "id").eq(any(gone))).execute();
        tell(type, gone);
    }

    /** Lets everything go that is kept beside records, in the current transaction; what was done with them stays in the trail, and their rows are the caller's. */
    public void forget(ObjectType type, List<UUID> ids) {
        events.publishEvent(new RecordsErased(type, ids));
        delete("search_document", "record_id", ids.toArray(UUID[]::new));
    }

    private void eraseParts(ObjectType type, UUID[] gone) {
        for (ObjectType child : types.all()) {
            Attribute<?> parent = child.parent();
            if (parent != null && type.equals(types.target(parent))) {
                List<UUID> parts = sql.select(Tables.uuid("t", "id"))
                        .from(Tables.of(child, "t"))
                        .where(Tables.ofTenant("t"))
                        .and(Tables.reference("t", parent).eq(any(gone)))
                        .fetch(Tables.uuid("t", "id"));
                if (!parts.isEmpty()) {
                    erase(child, parts);
                }
            }
        }
    }

    /** Those that go later may point to one that goes now. */
    private void forgetAmongThemselves(ObjectType type, UUID[] gone) {
        for (Attribute<?> attribute : type.attributes()) {
            if (attribute.type() instanceof ReferenceType && !attribute.isSystem() && type.equals(types.target(attribute))) {
                sql.update(Tables.rows(type, "t"))
                        .set(Assigned.nothing("t", attribute))
                        .where(Tables.ofTenant(type, "t"))
                        .and(IndexedValues.pointsTo("t", attribute, gone))
                        .execute();
            }
        }
    }

    private void delete(String table, String column, UUID[] gone) {
        sql.deleteFrom(Tables.of(table, "t")).where(Tables.ofTenant("t")).and(Tables.uuid("t", column).eq(any(gone))).execute();
    }

    private void tell(ObjectType type, UUID[] gone) {
        Caller caller = Caller.current();
        sql.insertInto(DSL.table(name("change_log")))
                .columns(
                        field(name("tenant_id"), SQLDataType.UUID),
                        field(name("object"), SQLDataType.CLOB),
                        field(name("action"), SQLDataType.CLOB),
                        field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE),
                        field(name("actor"), SQLDataType.UUID),
                        field(name("operation_id"), SQLDataType.UUID),
                        field(name("ids"), SQLDataType.UUID.array()))
                .values(
                        caller.tenant(), type.name(), "delete", Tables.bound(Instant.now()), caller.person(),
                        Objects.requireNonNull(caller.operation()), gone)
                .execute();
    }
}
