package io.keyuan.onboarding;

import static io.keyuan.activities.ContactLog.CONTACT_LOG;
import static io.keyuan.customers.Customer.CUSTOMER;
import static io.keyuan.sales.Opportunity.OPPORTUNITY;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.sql.Tables;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Finds out by the data what is done, all of it in one statement that looks each thing up by an index. */
@Component
class FinishedSteps {

    private final DSLContext sql;

    FinishedSteps(DSLContext sql) {
        this.sql = sql;
    }

    /** Those of these that are done; of those that only the person can tell of, none. */
    Set<Step> among(List<Step> steps) {
        List<Step> asked = steps.stream().filter(step -> !step.isTold()).toList();
        Set<Step> done = EnumSet.noneOf(Step.class);
        if (!asked.isEmpty()) {
            Record found = sql.select(asked.stream().map(step -> field(condition(step))).toList()).fetchSingle();
            for (int i = 0; i < asked.size(); i++) {
                if (Boolean.TRUE.equals(found.get(i, Boolean.class))) {
                    done.add(asked.get(i));
                }
            }
        }
        return done;
    }

    private static Condition condition(Step step) {
        return switch (step) {
            case COMPANY -> isThere("company_setting", noCondition());
            case PEOPLE -> isThere("person", alive().and(text("account").eq("active")).and(uuid("id").ne(Caller.current().person())));
            case CUSTOMERS -> isThere(CUSTOMER.table(), alive());
            case LOG -> ofCaller(CONTACT_LOG);
            case OPPORTUNITY -> ofCaller(OPPORTUNITY);
            case MAIL -> isThere("mail_setting", noCondition());
            case PHONE, KEYS -> throw new IllegalArgumentException("nothing tells of " + step);
        };
    }

    private static Condition ofCaller(ObjectType type) {
        return isThere(type.table(), alive().and(uuid("owner_id").eq(Caller.current().person())));
    }

    private static Condition isThere(String table, Condition condition) {
        return exists(selectOne().from(Tables.of(table, "t")).where(Tables.ofTenant("t")).and(condition));
    }

    private static Condition alive() {
        return Tables.alive("t");
    }

    private static Field<String> text(String column) {
        return Tables.text("t", column);
    }

    private static Field<UUID> uuid(String column) {
        return Tables.uuid("t", column);
    }
}
