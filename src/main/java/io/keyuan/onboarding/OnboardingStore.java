package io.keyuan.onboarding;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row4;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** Keeps what people of the current caller's company said of their steps. */
@Repository
class OnboardingStore {

    /** Stands for the whole list, which somebody does without. */
    static final String ALL = "all";

    private static final String NAME = "onboarding_step";
    private static final Table<Record> STEP = table(name(NAME));
    private static final Field<UUID> TENANT = field(name(NAME, "tenant_id"), SQLDataType.UUID);
    private static final Field<UUID> PERSON = field(name(NAME, "person_id"), SQLDataType.UUID);
    private static final Field<String> CODE = field(name(NAME, "step"), SQLDataType.CLOB);
    private static final Field<String> STATE = field(name(NAME, "state"), SQLDataType.CLOB);

    private final DSLContext sql;

    OnboardingStore(DSLContext sql) {
        this.sql = sql;
    }

    /** What the caller said, by the codes of steps. */
    Map<String, String> said() {
        return sql.select(CODE, STATE)
                .from(STEP)
                .where(TENANT.eq(Caller.current().tenant()), PERSON.eq(Caller.current().person()))
                .fetchMap(CODE, STATE);
    }

    void say(Map<String, StepState> states) {
        UUID tenant = Caller.current().tenant();
        UUID person = Caller.current().person();
        String[] open = states.keySet().stream().filter(step -> states.get(step) == StepState.OPEN).toArray(String[]::new);
        sql.deleteFrom(STEP).where(TENANT.eq(tenant), PERSON.eq(person), CODE.eq(any(open))).execute();
        List<Row4<UUID, UUID, String, String>> rows = states.entrySet().stream()
                .filter(said -> said.getValue() != StepState.OPEN)
                .map(said -> row(tenant, person, said.getKey(), said.getValue().code()))
                .toList();
        if (!rows.isEmpty()) {
            sql.insertInto(STEP, TENANT, PERSON, CODE, STATE)
                    .valuesOfRows(rows)
                    .onConflict(TENANT, PERSON, CODE)
                    .doUpdate()
                    .set(STATE, excluded(STATE))
                    .execute();
        }
    }

    /** People who go for good take along what they said. */
    void forget(UUID[] people) {
        sql.deleteFrom(STEP).where(TENANT.eq(Caller.current().tenant()), PERSON.eq(any(people))).execute();
    }
}
