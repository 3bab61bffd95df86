package io.keyuan.engine.automation;

import static org.jooq.impl.DSL.noCondition;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import io.keyuan.engine.DateType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.Right;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.expression.Expressions;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the records whose time has come for a rule that goes by the clock. */
@Component
class DueRecords {

    private static final Field<UUID> ID = Tables.uuid("t", "id");

    private final DSLContext sql;
    private final TenantSettings settings;
    private final Expressions expressions;
    private final Conditions conditions;
    private final Callers callers;

    DueRecords(DSLContext sql, TenantSettings settings, Expressions expressions, Conditions conditions, Callers callers) {
        this.sql = sql;
        this.settings = settings;
        this.expressions = expressions;
        this.conditions = conditions;
        this.callers = callers;
    }

    /** A record, and when its time came. */
    record Due(UUID record, Instant at) {}

    /**
     * @param after this moment
     * @param until this moment, it included
     * @param passed the last record of those before; null for the first
     * @return in the order of their ids
     * @throws MustPause where the rule says nothing any more
     */
    List<Due> of(AutomationRule rule, Instant after, Instant until, @Nullable UUID passed, int limit) {
        var calendar = new Calendar(rule.trigger(), settings.zone());
        try {
            return rule.trigger().kind() == Trigger.Kind.DATE
                    ? ofValue(rule, calendar, after, until, passed, limit)
                    : ofCondition(rule, calendar, after, until, passed, limit);
        } catch (Problem broken) {
            throw new MustPause(AutomationRule.Pause.CONDITION_BROKEN, broken);
        }
    }

    private List<Due> ofValue(AutomationRule rule, Calendar calendar, Instant after, Instant until, @Nullable UUID passed, int limit) {
        Attribute<?> attribute = rule.type().find(Objects.requireNonNull(rule.trigger().attribute()));
        if (attribute == null) {
            throw Problem.notFound();
        }
        return attribute.type() instanceof DateType
                ? ofDay(rule.type(), attribute, calendar, calendar.lastDay(after), calendar.lastDay(until), passed, limit)
                : ofMoment(rule.type(), attribute, calendar, after.minus(calendar.shift()), until.minus(calendar.shift()), passed, limit);
    }

    @SuppressWarnings("unchecked")
    private List<Due> ofDay(
            ObjectType type, Attribute<?> attribute, Calendar calendar, LocalDate after, LocalDate until, @Nullable UUID passed, int limit) {
        if (!until.isAfter(after)) {
            return List.of();
        }
        Field<LocalDate> value = (Field<LocalDate>) Tables.column("t", attribute);
        Condition within = within(type, attribute, "date('" + after + "')", "date('" + until + "')");
        return sql.select(ID, value)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(next(within, passed))
                .orderBy(ID)
                .limit(limit)
                .fetch(row -> new Due(row.value1(), calendar.due(row.value2())));
    }

    @SuppressWarnings("unchecked")
    private List<Due> ofMoment(
            ObjectType type, Attribute<?> attribute, Calendar calendar, Instant after, Instant until, @Nullable UUID passed, int limit) {
        Field<OffsetDateTime> value = (Field<OffsetDateTime>) Tables.column("t", attribute);
        Condition within = within(type, attribute, "timestamp('" + after + "')", "timestamp('" + until + "')");
        return sql.select(ID, value)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(next(within, passed))
                .orderBy(ID)
                .limit(limit)
                .fetch(row -> new Due(row.value1(), row.value2().toInstant().plus(calendar.shift())));
    }

    /** As an expression, which knows how each attribute is looked up. */
    private Condition within(ObjectType type, Attribute<?> attribute, String after, String until) {
        String name = attribute.name();
        return Caller.current().unbounded().get(() ->
                expressions.condition(type, "t", name + " > " + after + " && " + name + " <= " + until));
    }

    private static Condition next(Condition which, @Nullable UUID passed) {
        return Tables.alive("t").and(which).and(passed == null ? noCondition() : ID.gt(passed));
    }

    /** What came due several times since is done once. */
    private List<Due> ofCondition(AutomationRule rule, Calendar calendar, Instant after, Instant until, @Nullable UUID passed, int limit) {
        Instant occasion = calendar.lastOccasion(after, until);
        if (occasion == null) {
            return List.of();
        }
        Caller owner = callers.of(Caller.current().tenant(), rule.owner(), rule.language());
        if (owner == null) {
            throw new MustPause(AutomationRule.Pause.OWNER_GONE);
        }
        ObjectType type = rule.type();
        Condition met = owner.get(() -> conditions.visible(Right.READ, type, "t").and(conditions.filter(type, "t", rule.condition())));
        return sql.select(ID)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(next(met, passed))
                .orderBy(ID)
                .limit(limit)
                .fetch(row -> new Due(row.value1(), occasion));
    }
}
