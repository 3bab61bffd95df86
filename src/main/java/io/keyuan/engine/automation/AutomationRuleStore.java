package io.keyuan.engine.automation;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rules in their table; of the current caller's company where nothing else is said. */
@Repository
class AutomationRuleStore {

    /** Of a company; more than anybody keeps an eye on. */
    static final int MOST = 200;

    private static final String TABLE = "automation_rule";
    private static final TypeReference<List<Action>> ACTIONS = new TypeReference<>() {};
    private static final Table<Record> RULE = Tables.of(TABLE, "r");
    private static final Field<UUID> TENANT = Tables.uuid("r", "tenant_id");
    private static final Field<UUID> ID = Tables.uuid("r", "id");
    private static final Field<String> OBJECT = Tables.text("r", "object");
    private static final Field<Boolean> ACTIVE = field(name("r", "active"), SQLDataType.BOOLEAN);
    private static final Field<String> PAUSED = Tables.text("r", "paused");
    private static final Field<OffsetDateTime> LOOKED = Tables.time("r", "looked_at");

    private final DSLContext sql;
    private final ObjectTypes types;
    private final JsonMapper json;

    AutomationRuleStore(DSLContext sql, ObjectTypes types, JsonMapper json) {
        this.sql = sql;
        this.types = types;
        this.json = json;
    }

    /** Those of objects that there are. */
    List<AutomationRule> all() {
        return sql.select(DSL.asterisk())
                .from(RULE)
                .where(Tables.ofTenant("r"))
                .orderBy(OBJECT, Tables.text("r", "name"), ID)
                .limit(MOST)
                .fetch(this::rule).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** Those that do something. */
    List<AutomationRule> atWork() {
        return all().stream().filter(AutomationRule::isAtWork).toList();
    }

    @Nullable AutomationRule find(UUID id) {
        return sql.select(DSL.asterisk()).from(RULE).where(it(id)).fetchOne(this::rule);
    }

    /** @return null where it does nothing, or another node is at it */
    @Nullable AutomationRule lock(UUID id) {
        return sql.select(DSL.asterisk()).from(RULE).where(it(id)).and(works()).forUpdate().skipLocked().fetchOne(this::rule);
    }

    private static Condition it(UUID id) {
        return Tables.ofTenant("r").and(ID.eq(id));
    }

    private static Condition works() {
        return ACTIVE.isTrue().and(PAUSED.isNull());
    }

    /** Whether, in the row of a company, there is a rule that waits for changes. */
    static Condition anyAtWork(Field<UUID> tenant) {
        return DSL.exists(DSL.selectOne().from(RULE).where(TENANT.eq(tenant)).and(works()));
    }

    void add(AutomationRule rule) {
        Map<Field<?>, @Nullable Object> row = row(rule);
        row.put(own("tenant_id", SQLDataType.UUID), Caller.current().tenant());
        row.put(own("id", SQLDataType.UUID), rule.id());
        row.put(own("version", SQLDataType.BIGINT), 1L);
        sql.insertInto(table(name(TABLE))).columns(row.keySet().toArray(Field<?>[]::new)).values(row.values()).execute();
    }

    /** @return whether the version was still the rule's */
    boolean replace(AutomationRule rule) {
        Map<Field<?>, @Nullable Object> row = row(rule);
        row.put(own("version", SQLDataType.BIGINT), rule.version() + 1);
        return sql.update(RULE).set(row).where(it(rule.id())).and(Tables.number("r", "version").eq(rule.version())).execute() == 1;
    }

    /** One that goes by the clock begins to look from now on. */
    private Map<Field<?>, @Nullable Object> row(AutomationRule rule) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        OffsetDateTime now = Tables.bound(Instant.now());
        row.put(own("object", SQLDataType.CLOB), rule.type().name());
        row.put(own("name", SQLDataType.CLOB), rule.name());
        row.put(own("active", SQLDataType.BOOLEAN), rule.active());
        row.put(own("paused", SQLDataType.CLOB), rule.paused() == null ? null : rule.paused().code());
        row.put(own("owner_id", SQLDataType.UUID), rule.owner());
        row.put(own("language", SQLDataType.CLOB), rule.language().toLanguageTag());
        row.put(own("trigger", SQLDataType.JSONB), JSONB.valueOf(json.writeValueAsString(rule.trigger())));
        row.put(own("condition", SQLDataType.CLOB), rule.condition());
        row.put(own("actions", SQLDataType.JSONB), JSONB.valueOf(json.writeValueAsString(rule.actions())));
        row.put(own("since", SQLDataType.BIGINT), rule.since());
        row.put(own("looked_at", SQLDataType.TIMESTAMPWITHTIMEZONE), rule.trigger().isByClock() ? now : null);
        row.put(own("round_at", SQLDataType.TIMESTAMPWITHTIMEZONE), null);
        row.put(own("passed", SQLDataType.UUID), null);
        row.put(own("updated_at", SQLDataType.TIMESTAMPWITHTIMEZONE), now);
        row.put(own("updated_by", SQLDataType.UUID), Caller.current().person());
        return row;
    }

    void delete(UUID id) {
        sql.deleteFrom(RULE).where(it(id)).execute();
    }

    void pause(UUID id, AutomationRule.Pause why) {
        sql.update(RULE).set(own("paused", SQLDataType.CLOB), why.code()).where(it(id)).execute();
    }

    /** @param failed whether something of it did not work */
    void acted(UUID id, Instant when, boolean failed) {
        var update = sql.update(RULE).set(own("last_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(when));
        (failed ? update.set(own("failed_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(when)) : update).where(it(id)).execute();
    }

    // ---- the clock ----

    /** The companies with rules that go by the clock and were not looked at since. */
    Set<UUID> timedBefore(Instant moment) {
        return AcrossTenants.call("the clock strikes for all companies alike", () -> sql.selectDistinct(TENANT)
                .from(RULE)
                .where(LOOKED.lt(Tables.bound(moment)))
                .and(works())
                .fetchSet(TENANT));
    }

    List<UUID> timed() {
        return sql.select(ID).from(RULE).where(Tables.ofTenant("r")).and(LOOKED.isNotNull()).and(works()).orderBy(ID).limit(MOST).fetch(ID);
    }

    /**
     * How far a rule that goes by the clock has looked.
     *
     * @param looked up to this moment it has looked for what is due
     * @param round the moment up to which it looks now; null where no round is underway
     * @param passed the last record of the round; null before the first
     */
    record Clock(AutomationRule rule, Instant looked, @Nullable Instant round, @Nullable UUID passed) {}

    /** @return null where it does nothing, or another node is at it */
    @Nullable Clock lockClock(UUID id) {
        return sql.select(DSL.asterisk())
                .from(RULE)
                .where(it(id))
                .and(works())
                .and(LOOKED.isNotNull())
                .forUpdate()
                .skipLocked()
                .fetchOne(row -> {
                    AutomationRule rule = rule(row);
                    return rule == null ? null : new Clock(
                            rule, Objects.requireNonNull(instant(row, "looked_at")), instant(row, "round_at"), row.get("passed", UUID.class));
                });
    }

    void lookedAt(UUID id, Instant moment) {
        clock(id, moment, null, null);
    }

    void passed(Clock clock, Instant round, UUID record) {
        clock(clock.rule().id(), clock.looked(), round, record);
    }

    private void clock(UUID id, Instant looked, @Nullable Instant round, @Nullable UUID passed) {
        sql.update(RULE)
                .set(own("looked_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(looked))
                .set(own("round_at", SQLDataType.TIMESTAMPWITHTIMEZONE), round == null ? null : Tables.bound(round))
                .set(own("passed", SQLDataType.UUID), passed)
                .where(it(id))
                .execute();
    }

    /** @return null of an object there is no more */
    private @Nullable AutomationRule rule(Record row) {
        ObjectType type = types.byName(row.get("object", String.class));
        return type == null ? null : new AutomationRule(
                row.get("id", UUID.class), row.get("version", Long.class), type, row.get("name", String.class), row.get("active", Boolean.class),
                AutomationRule.Pause.of(row.get("paused", String.class)), row.get("owner_id", UUID.class),
                Locale.forLanguageTag(row.get("language", String.class)),
                json.readValue(row.get("trigger", JSONB.class).data(), Trigger.class), row.get("condition", String.class),
                json.readValue(row.get("actions", JSONB.class).data(), ACTIONS), row.get("since", Long.class), instant(row, "last_at"),
                instant(row, "failed_at"));
    }

    private static @Nullable Instant instant(Record row, String column) {
        OffsetDateTime time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static <T> Field<T> own(String column, DataType<T> type) {
        return field(name(column), type);
    }
}
