package io.keyuan.engine.webhook;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.history.ChangeLog;
import io.keyuan.engine.sql.Snapshots;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Webhooks in their table. */
@Component
class WebhookStore {

    /** More than a company has other programs. */
    static final int MOST = 20;

    private static final String TABLE = "webhook";
    private static final Table<Record> WEBHOOK = Tables.of(TABLE, "w");
    private static final Field<UUID> ID = Tables.uuid("w", "id");
    private static final Field<Long> TRANSACTION = Tables.number("w", "transaction_id");
    private static final Field<Long> SEQUENCE = Tables.number("w", "sequence");
    private static final Field<String> SECRET = Tables.text("w", "secret");
    private static final Field<String> FORMER = Tables.text("w", "former_secret");
    private static final Field<OffsetDateTime> FORMER_UNTIL = Tables.time("w", "former_until");
    private static final Field<Boolean> ACTIVE = field(name("w", "active"), SQLDataType.BOOLEAN);

    private final DSLContext sql;
    private final ChangeLog log;

    WebhookStore(DSLContext sql, ChangeLog log) {
        this.sql = sql;
        this.log = log;
    }

    List<Webhook> all() {
        return sql.select(DSL.asterisk()).from(WEBHOOK).where(Tables.ofTenant("w")).orderBy(ID).limit(MOST).fetch(WebhookStore::webhook);
    }

    @Nullable Webhook find(UUID id) {
        return sql.select(DSL.asterisk()).from(WEBHOOK).where(it(id)).fetchOne(WebhookStore::webhook);
    }

    private static Condition it(UUID id) {
        return Tables.ofTenant("w").and(ID.eq(id));
    }

    private static Webhook webhook(Record row) {
        OffsetDateTime since = row.get("troubled_since", OffsetDateTime.class);
        return new Webhook(
                row.get("id", UUID.class), row.get("version", Long.class), row.get("name", String.class), row.get("url", String.class),
                List.of(row.get("objects", String[].class)), List.of(row.get("actions", String[].class)), row.get("own_network", Boolean.class),
                row.get("active", Boolean.class), since == null ? null : since.toInstant());
    }

    /** It is told of what happens from now on. */
    void add(Webhook webhook, String sealedSecret) {
        Map<Field<?>, @Nullable Object> row = row(webhook);
        row.put(own("tenant_id", SQLDataType.UUID), Caller.current().tenant());
        row.put(own("id", SQLDataType.UUID), webhook.id());
        row.put(own("version", SQLDataType.BIGINT), webhook.version());
        row.put(own("secret", SQLDataType.CLOB), sealedSecret);
        ChangeLog.Position now = log.now();
        row.put(own("transaction_id", SQLDataType.BIGINT), now.transaction());
        row.put(own("sequence", SQLDataType.BIGINT), now.sequence());
        sql.insertInto(table(name(TABLE))).columns(row.keySet().toArray(Field<?>[]::new)).values(row.values()).execute();
    }

    /** @return whether the version was still the webhook's */
    boolean replace(Webhook webhook) {
        Map<Field<?>, @Nullable Object> row = row(webhook);
        row.put(own("version", SQLDataType.BIGINT), webhook.version() + 1);
        return sql.update(WEBHOOK).set(row).where(it(webhook.id())).and(Tables.number("w", "version").eq(webhook.version())).execute() == 1;
    }

    private static Map<Field<?>, @Nullable Object> row(Webhook webhook) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(own("name", SQLDataType.CLOB), webhook.name());
        row.put(own("url", SQLDataType.CLOB), webhook.url());
        row.put(own("objects", SQLDataType.CLOB.array()), webhook.objects().toArray(String[]::new));
        row.put(own("actions", SQLDataType.CLOB.array()), webhook.actions().toArray(String[]::new));
        row.put(own("own_network", SQLDataType.BOOLEAN), webhook.ownNetwork());
        row.put(own("active", SQLDataType.BOOLEAN), webhook.active());
        return row;
    }

    void delete(UUID id) {
        sql.deleteFrom(Tables.of("webhook_delivery", "d")).where(Tables.ofTenant("d")).and(Tables.uuid("d", "webhook_id").eq(id)).execute();
        sql.deleteFrom(WEBHOOK).where(it(id)).execute();
    }

    /** The former secret signs for a while beside the new one. */
    void newSecret(UUID id, String sealed, Duration beside) {
        sql.update(WEBHOOK)
                .set(own("former_secret", SQLDataType.CLOB), SECRET)
                .set(own("former_until", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now().plus(beside)))
                .set(own("secret", SQLDataType.CLOB), sealed)
                .where(it(id))
                .execute();
    }

    /** Sealed; the newest first. */
    @Nullable String[] secrets(UUID id) {
        return sql.select(SECRET, DSL.when(FORMER_UNTIL.gt(Tables.bound(Instant.now())), FORMER))
                .from(WEBHOOK)
                .where(it(id))
                .fetchOne(row -> new @Nullable String[] {row.value1(), row.value2()});
    }

    void hasArrived(UUID id) {
        sql.update(WEBHOOK)
                .setNull(own("troubled_since", SQLDataType.TIMESTAMPWITHTIMEZONE))
                .where(it(id))
                .and(Tables.time("w", "troubled_since").isNotNull())
                .execute();
    }

    void isTroubled(UUID id) {
        sql.update(WEBHOOK)
                .set(own("troubled_since", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()))
                .where(it(id))
                .and(Tables.time("w", "troubled_since").isNull())
                .execute();
    }

    void stop(UUID id) {
        sql.update(WEBHOOK).set(own("active", SQLDataType.BOOLEAN), val(false)).where(it(id)).execute();
    }

    /** The companies in which something has changed that a webhook has not been told. */
    Set<UUID> behind() {
        return AcrossTenants.call("changes of all companies are told alike", () -> sql.selectDistinct(Tables.uuid("w", "tenant_id"))
                .from(WEBHOOK)
                .where(ACTIVE)
                .and(Snapshots.anyAfter("w"))
                .fetchSet(Tables.uuid("w", "tenant_id")));
    }

    /** @return null where it is stopped, or another node is at it */
    ChangeLog.@Nullable Position lock(UUID id) {
        return sql.select(TRANSACTION, SEQUENCE).from(WEBHOOK).where(it(id)).and(ACTIVE)
                .forUpdate().skipLocked()
                .fetchOne(row -> new ChangeLog.Position(row.value1(), row.value2()));
    }

    void set(UUID id, ChangeLog.Position position) {
        sql.update(WEBHOOK)
                .set(own("transaction_id", SQLDataType.BIGINT), position.transaction())
                .set(own("sequence", SQLDataType.BIGINT), position.sequence())
                .where(it(id))
                .execute();
    }

    private static <T> Field<T> own(String column, DataType<T> type) {
        return field(name(column), type);
    }
}
