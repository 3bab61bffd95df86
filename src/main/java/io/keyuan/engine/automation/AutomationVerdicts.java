package io.keyuan.engine.automation;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.trueCondition;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.Right;
import io.keyuan.engine.automation.AutomationRun.State;
import io.keyuan.engine.expression.Expressions;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.sql.Tables;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of records whether a rule has anything to do with them, as the current caller sees them, with one statement for all. */
@Component
class AutomationVerdicts {

    private static final Field<UUID> ID = Tables.uuid("t", "id");

    private final DSLContext sql;
    private final Conditions conditions;
    private final Expressions expressions;

    AutomationVerdicts(DSLContext sql, Conditions conditions, Expressions expressions) {
        this.sql = sql;
        this.conditions = conditions;
        this.expressions = expressions;
    }

    /**
     * @return by record {@link State#DONE} where it is the rule's, or why it is not
     * @throws MustPause where the condition says nothing any more
     */
    Map<UUID, State> of(ObjectType type, @Nullable String condition, Collection<UUID> records) {
        Map<UUID, State> verdicts = new HashMap<>();
        records.forEach(record -> verdicts.put(record, State.GONE));
        Field<Boolean> seen = field(trueCondition().and(conditions.visible(Right.READ, type, "t")));
        sql.select(ID, seen, holds(type, condition))
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(Tables.among(ID, records.toArray(UUID[]::new)))
                .forEach(row -> verdicts.put(row.value1(), verdict(row.value2(), row.value3())));
        return verdicts;
    }

    private static State verdict(@Nullable Boolean seen, @Nullable Boolean holds) {
        if (!Boolean.TRUE.equals(seen)) {
            return State.HIDDEN;
        }
        return Boolean.TRUE.equals(holds) ? State.DONE : State.UNMET;
    }

    private Field<Boolean> holds(ObjectType type, @Nullable String condition) {
        try {
            return condition == null ? inline(true) : field(trueCondition().and(expressions.condition(type, "t", condition)));
        } catch (Problem broken) {
            throw new MustPause(AutomationRule.Pause.CONDITION_BROKEN, broken);
        }
    }
}
