package io.keyuan.engine.webhook;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
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
import org.springframework.stereotype.Component;

/** Messages on their way, and those that have come to an end. */
@Component
class DeliveryStore {

    static final String WAITING = "waiting";
    static final String SENT = "sent";
    static final String FAILED = "failed";
    static final List<String> STATES = List.of(WAITING, SENT, FAILED);

    private static final String TABLE = "webhook_delivery";
    private static final Table<Record> DELIVERY = Tables.of(TABLE, "d");
    private static final Field<UUID> ID = Tables.uuid("d", "id");
    private static final Field<UUID> WEBHOOK = Tables.uuid("d", "webhook_id");
    private static final Field<String> STATE = Tables.text("d", "state");
    private static final Field<OffsetDateTime> NEXT = Tables.time("d", "next_at");
    /** What takes longer to be sent has died with its node. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DSLContext sql;

    DeliveryStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A message as administrators see it. */
    record Delivery(
            UUID id, String type, String state, int attempts, @Nullable Instant nextAt, @Nullable Instant lastAt, @Nullable Integer status,
            @Nullable String trouble, @Nullable String answer, String body) {}

    UUID add(UUID webhook, String type, String body) {
        UUID id = Ids.next();
        sql.insertInto(table(name(TABLE)))
                .columns(
                        own("tenant_id", SQLDataType.UUID), own("id", SQLDataType.UUID), own("webhook_id", SQLDataType.UUID),
                        own("type", SQLDataType.CLOB), own("body", SQLDataType.CLOB), own("state", SQLDataType.CLOB),
                        own("attempts", SQLDataType.INTEGER), own("next_at", SQLDataType.TIMESTAMPWITHTIMEZONE))
                .values(Caller.current().tenant(), id, webhook, type, body, WAITING, 0, Tables.bound(Instant.now()))
                .execute();
        return id;
    }

    /** The companies of which something is to be sent now. */
    Set<UUID> due() {
        return AcrossTenants.call("messages of all companies are sent alike", () -> sql.selectDistinct(Tables.uuid("d", "tenant_id"))
                .from(DELIVERY)
                .where(STATE.eq(WAITING))
                .and(NEXT.le(Tables.bound(Instant.now())))
                .fetchSet(Tables.uuid("d", "tenant_id")));
    }

    /** Takes a few of each webhook, so that one that does not answer keeps none of the others waiting. */
    List<Message> claim(int ofEach) {
        Table<?> some = lateral(select(ID.as("some_id"))
                .from(DELIVERY)
                .where(Tables.ofTenant("d"))
                .and(WEBHOOK.eq(Tables.uuid("w", "id")))
                .and(STATE.eq(WAITING))
                .and(NEXT.le(Tables.bound(Instant.now())))
                .orderBy(NEXT)
                .limit(ofEach)
                .forUpdate().skipLocked()).as("s");
        List<UUID> ids = sql.select(Tables.uuid("s", "some_id"))
                .from(Tables.of("webhook", "w"), some)
                .where(Tables.ofTenant("w"))
                .and(field(name("w", "active"), SQLDataType.BOOLEAN))
                .fetch(Tables.uuid("s", "some_id"));
        if (ids.isEmpty()) {
            return List.of();
        }
        return sql.update(DELIVERY)
                .set(own("next_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now().plus(LEASE)))
                .where(Tables.ofTenant("d"))
                .and(ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .returningResult(ID, WEBHOOK, Tables.text("d", "type"), Tables.text("d", "body"), field(name("d", "attempts"), SQLDataType.INTEGER))
                .fetch(row -> new Message(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** @param again when it is tried again; null where it has come to an end */
    void note(UUID id, Outcome outcome, @Nullable Instant again) {
        String state = outcome.hasArrived() ? SENT : again == null ? FAILED : WAITING;
        sql.update(DELIVERY)
                .set(own("state", SQLDataType.CLOB), state)
                .set(own("attempts", SQLDataType.INTEGER), field(name("d", "attempts"), SQLDataType.INTEGER).plus(1))
                .set(own("next_at", SQLDataType.TIMESTAMPWITHTIMEZONE), again == null || outcome.hasArrived() ? null : Tables.bound(again))
                .set(own("last_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()))
                .set(own("status", SQLDataType.INTEGER), outcome.status())
                .set(own("trouble", SQLDataType.CLOB), outcome.trouble())
                .set(own("answer", SQLDataType.CLOB), outcome.answer())
                .where(it(id))
                .execute();
    }

    private static Condition it(UUID id) {
        return Tables.ofTenant("d").and(ID.eq(id));
    }

    /** @param before the last of the page before; null for the newest */
    List<Delivery> page(UUID webhook, @Nullable String state, @Nullable UUID before, int limit) {
        return sql.select(DSL.asterisk())
                .from(DELIVERY)
                .where(Tables.ofTenant("d"))
                .and(WEBHOOK.eq(webhook))
                .and(state == null ? DSL.noCondition() : STATE.eq(state))
                .and(before == null ? DSL.noCondition() : ID.lt(before))
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(DeliveryStore::delivery);
    }

    private static Delivery delivery(Record row) {
        return new Delivery(
                row.get("id", UUID.class), row.get("type", String.class), row.get("state", String.class), row.get("attempts", Integer.class),
                instant(row.get("next_at", OffsetDateTime.class)), instant(row.get("last_at", OffsetDateTime.class)),
                row.get("status", Integer.class), row.get("trouble", String.class), row.get("answer", String.class), row.get("body", String.class));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Has messages sent once more, with all patience anew. */
    int again(UUID webhook, Condition which) {
        return sql.update(DELIVERY)
                .set(own("state", SQLDataType.CLOB), WAITING)
                .set(own("attempts", SQLDataType.INTEGER), val(0))
                .set(own("next_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()))
                .where(Tables.ofTenant("d"))
                .and(WEBHOOK.eq(webhook))
                .and(which)
                .execute();
    }

    static Condition one(UUID id) {
        return ID.eq(id);
    }

    static Condition failed() {
        return STATE.eq(FAILED);
    }

    /** Takes away what came to an end before, a few at a time. */
    int forgetBefore(Instant moment, int limit) {
        UUID[] old = sql.select(ID)
                .from(DELIVERY)
                .where(Tables.ofTenant("d"))
                .and(STATE.ne(WAITING))
                .and(Tables.time("d", "last_at").lt(Tables.bound(moment)))
                .limit(limit)
                .fetch(ID)
                .toArray(UUID[]::new);
        return old.length == 0 ? 0 : sql.deleteFrom(DELIVERY).where(Tables.ofTenant("d")).and(ID.eq(DSL.any(old))).execute();
    }

    private static <T> Field<T> own(String column, DataType<T> type) {
        return field(name(column), type);
    }
}
