package io.keyuan.engine.automation;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.RuleOperations;
import io.keyuan.engine.automation.AutomationRun.State;
import io.keyuan.engine.jobs.Passing;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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

/** Runs in their table, and what they did together; of the current caller's company where nothing else is said. */
@Repository
class AutomationRuns implements Passing, RuleOperations {

    private static final String TABLE = "automation_run";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final TypeReference<List<AutomationRun.Step>> STEPS = new TypeReference<>() {};
    private static final Table<Record> RUN = Tables.of(TABLE, "r");
    private static final Field<UUID> TENANT = Tables.uuid("r", "tenant_id");
    private static final Field<UUID> ID = Tables.uuid("r", "id");
    private static final Field<UUID> RULE = Tables.uuid("r", "rule_id");
    private static final Field<UUID> RECORD = Tables.uuid("r", "record_id");
    private static final Field<UUID> OPERATION = Tables.uuid("r", "operation_id");
    private static final Field<String> STATE = Tables.text("r", "state");
    private static final Field<OffsetDateTime> DUE = Tables.time("r", "due_at");
    private static final Field<OffsetDateTime> ENDED = Tables.time("r", "ended_at");
    private static final Field<Boolean> LATE = field(name("r", "late"), SQLDataType.BOOLEAN);
    private static final Field<UUID[]> SEEN = field(name("r", "seen"), SQLDataType.UUID.array());
    private static final Field<Integer> ATTEMPTS = field(name("r", "attempts"), SQLDataType.INTEGER);
    private static final List<Field<?>> COLUMNS = List.of(
            own("tenant_id", SQLDataType.UUID), own("id", SQLDataType.UUID), own("rule_id", SQLDataType.UUID), own("cause_id", SQLDataType.UUID),
            own("record_id", SQLDataType.UUID), own("depth", SQLDataType.INTEGER), own("seen", SQLDataType.UUID.array()),
            own("late", SQLDataType.BOOLEAN), own("state", SQLDataType.CLOB), own("due_at", SQLDataType.TIMESTAMPWITHTIMEZONE),
            own("attempts", SQLDataType.INTEGER), own("at", SQLDataType.TIMESTAMPWITHTIMEZONE), own("ended_at", SQLDataType.TIMESTAMPWITHTIMEZONE),
            own("operation_id", SQLDataType.UUID), own("outcome", SQLDataType.JSONB));

    private final DSLContext sql;
    private final JsonMapper json;

    AutomationRuns(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public Rows passing() {
        return new Rows(RUN, List.of(TENANT, ID), ENDED, KEPT);
    }

    /** What is there already for the same rule and cause stays as it is. */
    void add(Collection<AutomationRun> runs) {
        if (runs.isEmpty()) {
            return;
        }
        var insert = sql.insertInto(table(name(TABLE))).columns(COLUMNS);
        for (AutomationRun run : runs) {
            insert = insert.values(cells(run));
        }
        insert.onConflictDoNothing().execute();
    }

    private List<@Nullable Object> cells(AutomationRun run) {
        return Arrays.asList(
                Caller.current().tenant(), run.id(), run.rule(), run.cause(), run.record(), run.depth(), run.seen().toArray(UUID[]::new), run.late(),
                run.state().code(), Tables.bound(run.dueAt()), run.attempts(), Tables.bound(run.at()),
                run.endedAt() == null ? null : Tables.bound(run.endedAt()), run.operation(),
                run.steps().isEmpty() ? null : JSONB.valueOf(json.writeValueAsString(run.steps())));
    }

    private static <T> Field<T> own(String column, DataType<T> type) {
        return field(name(column), type);
    }

    // ---- who causes what ----

    /**
     * What stands before a change that rules made.
     *
     * @param depth of the run that made it
     * @param seen the rules that ran for the record on the way, the last one included
     */
    record Chain(int depth, Set<UUID> seen) {}

    /** By operation, those of these that rules carried out. */
    Map<UUID, Integer> depths(Set<UUID> operations) {
        if (operations.isEmpty()) {
            return Map.of();
        }
        Field<Integer> depth = field(name("o", "depth"), SQLDataType.INTEGER);
        return sql.select(Tables.uuid("o", "id"), depth)
                .from(Tables.of("automation_operation", "o"))
                .where(Tables.ofTenant("o"))
                .and(Tables.among(Tables.uuid("o", "id"), operations.toArray(UUID[]::new)))
                .fetchMap(Tables.uuid("o", "id"), depth);
    }

    /** An operation and a record it ran for. */
    record Ran(UUID operation, UUID record) {}

    /** The rules that ran for a record until then, that of the operation included. */
    Map<Ran, Set<UUID>> seen(Set<UUID> operations, Set<UUID> records) {
        Map<Ran, Set<UUID>> seen = new HashMap<>();
        if (!operations.isEmpty()) {
            sql.select(OPERATION, RECORD, RULE, SEEN)
                    .from(RUN)
                    .where(Tables.ofTenant("r"))
                    .and(Tables.among(OPERATION, operations.toArray(UUID[]::new)))
                    .and(Tables.among(RECORD, records.toArray(UUID[]::new)))
                    .forEach(row -> {
                        Set<UUID> rules = seen.computeIfAbsent(new Ran(row.value1(), row.value2()), any -> new HashSet<>());
                        rules.add(row.value3());
                        rules.addAll(Arrays.asList(row.value4()));
                    });
        }
        return seen;
    }

    /** From now on the changes of this operation are known as those of the rule. */
    void began(UUID operation, AutomationRule rule, int depth) {
        sql.insertInto(table(name("automation_operation")))
                .columns(
                        field(name("tenant_id"), SQLDataType.UUID), field(name("id"), SQLDataType.UUID), field(name("rule_id"), SQLDataType.UUID),
                        field(name("rule_name"), SQLDataType.CLOB), field(name("depth"), SQLDataType.INTEGER))
                .values(Caller.current().tenant(), operation, rule.id(), rule.name(), depth)
                .execute();
    }

    @Override
    public Map<UUID, String> names(Set<UUID> operations) {
        return operations.isEmpty() ? Map.of() : sql.select(Tables.uuid("o", "id"), Tables.text("o", "rule_name"))
                .from(Tables.of("automation_operation", "o"))
                .where(Tables.ofTenant("o"))
                .and(Tables.among(Tables.uuid("o", "id"), operations.toArray(UUID[]::new)))
                .fetchMap(Tables.uuid("o", "id"), Tables.text("o", "rule_name"));
    }

    // ---- what waits ----

    /** The companies in which something is to be done now. */
    Set<UUID> due() {
        return AcrossTenants.call("rules of all companies are carried out alike", () ->
                sql.selectDistinct(TENANT).from(RUN).where(isDue()).fetchSet(TENANT));
    }

    List<UUID> rulesDue() {
        return sql.selectDistinct(RULE).from(RUN).where(Tables.ofTenant("r")).and(isDue()).limit(AutomationRuleStore.MOST).fetch(RULE);
    }

    private static Condition isDue() {
        return STATE.eq(State.WAITING.code()).and(DUE.le(Tables.bound(Instant.now())));
    }

    /** The next ones of a rule, in the order in which it happened, those of imports last. Nobody else takes them meanwhile. */
    List<AutomationRun> claim(UUID rule, int limit) {
        return sql.select(DSL.asterisk())
                .from(RUN)
                .where(Tables.ofTenant("r"))
                .and(RULE.eq(rule))
                .and(isDue())
                .orderBy(LATE, ID)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(this::run);
    }

    /** Puts these in the place of themselves as they were. */
    void end(List<AutomationRun> runs) {
        sql.deleteFrom(RUN).where(among(runs)).execute();
        add(runs);
    }

    /** Has these tried again later, one by one. */
    void postpone(List<AutomationRun> runs, Duration by) {
        sql.update(RUN)
                .set(own("attempts", SQLDataType.INTEGER), ATTEMPTS.plus(1))
                .set(own("due_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now().plus(by)))
                .where(among(runs))
                .execute();
    }

    private static Condition among(List<AutomationRun> runs) {
        return Tables.ofTenant("r").and(Tables.among(ID, runs.stream().map(AutomationRun::id).toArray(UUID[]::new)));
    }

    /** How many did something since then, no more than somebody wants to know. */
    int actedSince(Instant moment, int most) {
        return sql.select(DSL.count())
                .from(DSL.select(ID)
                        .from(RUN)
                        .where(Tables.ofTenant("r"))
                        .and(STATE.in(State.DONE.code(), State.FAILED.code()))
                        .and(ENDED.gt(Tables.bound(moment)))
                        .limit(most)
                        .asTable("acted"))
                .fetchSingle()
                .value1();
    }

    // ---- what is told ----

    /** @param before the last of the page before; null for the newest */
    List<AutomationRun> page(UUID rule, @Nullable State state, @Nullable UUID before, int limit) {
        return sql.select(DSL.asterisk())
                .from(RUN)
                .where(Tables.ofTenant("r"))
                .and(RULE.eq(rule))
                .and(state == null ? DSL.noCondition() : STATE.eq(state.code()))
                .and(before == null ? DSL.noCondition() : ID.lt(before))
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(this::run);
    }

    /** Lets go what was held back of a rule. */
    int release(UUID rule) {
        return sql.update(RUN)
                .set(own("state", SQLDataType.CLOB), State.WAITING.code())
                .set(own("due_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()))
                .where(Tables.ofTenant("r"))
                .and(RULE.eq(rule))
                .and(STATE.eq(State.HELD.code()))
                .execute();
    }

    /** By rule, how many are in a state, no more of each than somebody wants to know. */
    Map<UUID, Integer> count(State state, int most) {
        Field<Integer> count = DSL.field(DSL.selectCount().from(DSL.selectOne()
                .from(RUN)
                .where(Tables.ofTenant("r"))
                .and(RULE.eq(Tables.uuid("x", "id")))
                .and(STATE.eq(state.code()))
                .limit(most)));
        return sql.select(Tables.uuid("x", "id"), count)
                .from(Tables.of("automation_rule", "x"))
                .where(Tables.ofTenant("x"))
                .limit(AutomationRuleStore.MOST)
                .fetchMap(Tables.uuid("x", "id"), count);
    }

    void deleteOf(UUID rule) {
        sql.deleteFrom(RUN).where(Tables.ofTenant("r")).and(RULE.eq(rule)).execute();
    }

    void deleteOfRecords(List<UUID> records) {
        sql.deleteFrom(RUN).where(Tables.ofTenant("r")).and(Tables.among(RECORD, records.toArray(UUID[]::new))).execute();
    }

    private AutomationRun run(Record row) {
        OffsetDateTime ended = row.get("ended_at", OffsetDateTime.class);
        JSONB outcome = row.get("outcome", JSONB.class);
        return new AutomationRun(
                row.get("id", UUID.class), row.get("rule_id", UUID.class), row.get("cause_id", UUID.class), row.get("record_id", UUID.class),
                row.get("depth", Integer.class), Set.of(row.get("seen", UUID[].class)), row.get("late", Boolean.class),
                Objects.requireNonNull(State.of(row.get("state", String.class))), row.get("due_at", OffsetDateTime.class).toInstant(),
                row.get("attempts", Integer.class), row.get("at", OffsetDateTime.class).toInstant(), ended == null ? null : ended.toInstant(),
                row.get("operation_id", UUID.class), outcome == null ? List.of() : json.readValue(outcome.data(), STEPS));
    }
}
