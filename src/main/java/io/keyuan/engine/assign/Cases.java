package io.keyuan.engine.assign;

import static org.jooq.impl.DSL.field;

import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.expression.Expressions;
import io.keyuan.engine.query.OpenRecords;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at records as rules do: which conditions hold of them and which values they have, with one query for all of both. */
@Component
class Cases {

    private static final Field<UUID> ID = Tables.uuid("t", "id");

    /** Where in a row what the rules ask begins. */
    private static final int FIRST = 3;

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Expressions expressions;
    private final OpenRecords open;

    Cases(DSLContext sql, ObjectTypes types, Expressions expressions, OpenRecords open) {
        this.sql = sql;
        this.types = types;
        this.expressions = expressions;
        this.open = open;
    }

    /**
     * One record.
     *
     * @param owner whose it is; null for nobody's
     * @param open whether it is still to be worked on
     * @param holds whether the rule at the same index has anything to do with it
     * @param values what the rule at the same index goes by; null where there is none
     */
    record Case(UUID id, @Nullable UUID owner, boolean open, List<Boolean> holds, List<@Nullable String> values) {}

    /** Of records that are stored, in the order in which they were made. */
    List<Case> stored(ObjectType type, List<AssignmentRule> rules, List<UUID> ids) {
        return read(Tables.of(type, "t"), Tables.among(ID, ids.toArray(UUID[]::new)), type, rules);
    }

    /** @param rows a table that looks like that of the object, under the alias {@code t} */
    List<Case> drafted(ObjectType type, List<AssignmentRule> rules, Table<Record> rows) {
        return read(rows, DSL.noCondition(), type, rules);
    }

    private List<Case> read(Table<Record> rows, Condition which, ObjectType type, List<AssignmentRule> rules) {
        List<Field<?>> fields = new ArrayList<>(List.of(ID, Handover.owner(type), field(open.of(type, "t"))));
        rules.forEach(rule -> fields.add(holds(rule)));
        rules.forEach(rule -> fields.add(value(rule)));
        return sql.select(fields).from(rows).where(Tables.ofTenant("t"))
                .and(which)
                .orderBy(ID)
                .fetch(row -> read(row, rules.size()));
    }

    private static Case read(Record row, int rules) {
        List<Boolean> holds = new ArrayList<>();
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < rules; i++) {
            holds.add(Boolean.TRUE.equals(row.get(FIRST + i, Boolean.class)));
            values.add(row.get(FIRST + rules + i, String.class));
        }
        return new Case(row.get(ID), row.get(1, UUID.class), Boolean.TRUE.equals(row.get(2, Boolean.class)), holds, values);
    }

    private Field<?> holds(AssignmentRule rule) {
        String text = rule.condition();
        return text == null ? DSL.inline(true) : field(condition(rule.type(), text));
    }

    private Field<?> value(AssignmentRule rule) {
        ValuePath path = rule.pool().value();
        return path == null ? DSL.inline((String) null) : path.in("t", types);
    }

    /**
     * A rule is the company's: what it asks does not depend on what the one may see who happens to make a record.
     *
     * @throws io.keyuan.engine.Problem where the text is no condition
     */
    Condition condition(ObjectType type, String text) {
        return Caller.current().unbounded().get(() -> expressions.conditionOfDrafts(type, "t", text));
    }
}
