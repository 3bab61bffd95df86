package io.keyuan.engine.assign;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/**
 * Whose turn it is, in the database: who deals out by a rule waits for whoever does so at the moment, on whichever node, so
 * that no turn is taken twice and none is left out. What is rolled back takes its turns back.
 */
@Repository
class Turns {

    private static final Table<Record> TURN = table(name("assignment_turn"));
    private static final Field<UUID> TENANT = field(name("assignment_turn", "tenant_id"), SQLDataType.UUID);
    private static final Field<UUID> RULE = field(name("assignment_turn", "rule_id"), SQLDataType.UUID);
    private static final Field<UUID> PERSON = field(name("person_id"), SQLDataType.UUID);
    private static final Field<Integer> PLACE = field(name("place"), SQLDataType.INTEGER);

    private final DSLContext sql;

    Turns(DSLContext sql) {
        this.sql = sql;
    }

    /** Kept from changing until the transaction ends. */
    Turn lock(UUID rule) {
        sql.insertInto(TURN)
                .columns(field(name("tenant_id"), SQLDataType.UUID), field(name("rule_id"), SQLDataType.UUID), PLACE)
                .values(Caller.current().tenant(), rule, 0)
                .onConflictDoNothing()
                .execute();
        return sql.select(PERSON, PLACE).from(TURN).where(of(rule)).forUpdate().fetchSingle(row -> new Turn(row.value1(), row.value2()));
    }

    /** As it is at the moment, for who only looks. */
    Turn look(UUID rule) {
        Turn turn = sql.select(PERSON, PLACE).from(TURN).where(of(rule)).fetchOne(row -> new Turn(row.value1(), row.value2()));
        return turn == null ? Turn.FIRST : turn;
    }

    void keep(UUID rule, Turn turn) {
        sql.update(TURN).set(PERSON, turn.last()).set(PLACE, turn.place()).where(of(rule)).execute();
    }

    private static Condition of(UUID rule) {
        return TENANT.eq(DSL.val(Caller.current().tenant())).and(RULE.eq(rule));
    }
}
