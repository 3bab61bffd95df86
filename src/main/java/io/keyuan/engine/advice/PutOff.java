package io.keyuan.engine.advice;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Capability;
import io.keyuan.engine.erasure.RecordsErased;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;

/** What people do not want to be advised of for a while: each person for themselves, of one record. */
@Repository
class PutOff {

    private static final String TABLE = "advice_put_off";
    private static final Duration WHILE = Duration.ofDays(7);

    private static final Field<UUID> PERSON = Tables.uuid("p", "person_id");
    private static final Field<UUID> RECORD = Tables.uuid("p", "record_id");
    private static final Field<String> ADVICE = Tables.text("p", "advice");
    private static final Field<OffsetDateTime> UNTIL = Tables.time("p", "until");

    private final DSLContext sql;

    PutOff(DSLContext sql) {
        this.sql = sql;
    }

    /** The names of the rules that are put off for the caller. */
    Set<String> of(UUID record) {
        return sql.select(ADVICE)
                .from(Tables.of(TABLE, "p"))
                .where(mine(record))
                .and(UNTIL.gt(Tables.bound(Instant.now())))
                .fetchSet(ADVICE);
    }

    /** What the caller has put off before and is over goes with it. */
    void putOff(UUID record, String advice) {
        Instant now = Instant.now();
        sql.deleteFrom(Tables.of(TABLE, "p"))
                .where(Tables.ofTenant("p"))
                .and(PERSON.eq(Caller.current().person()))
                .and(UNTIL.le(Tables.bound(now)).or(RECORD.eq(record).and(ADVICE.eq(advice))))
                .execute();
        sql.insertInto(table(name(TABLE)))
                .columns(
                        field(name("tenant_id"), SQLDataType.UUID), field(name("person_id"), SQLDataType.UUID), field(name("record_id"), SQLDataType.UUID),
                        field(name("advice"), SQLDataType.CLOB), field(name("until"), SQLDataType.TIMESTAMPWITHTIMEZONE))
                .values(Caller.current().tenant(), Caller.current().person(), record, advice, Tables.bound(now.plus(WHILE)))
                .onConflictDoNothing()
                .execute();
    }

    void takeBack(UUID record, String advice) {
        sql.deleteFrom(Tables.of(TABLE, "p")).where(mine(record)).and(ADVICE.eq(advice)).execute();
    }

    @EventListener
    void on(RecordsErased erased) {
        UUID[] gone = erased.ids().toArray(UUID[]::new);
        Condition about = Tables.among(RECORD, gone);
        sql.deleteFrom(Tables.of(TABLE, "p"))
                .where(Tables.ofTenant("p"))
                .and(erased.type().can(Capability.PEOPLE) ? about.or(Tables.among(PERSON, gone)) : about)
                .execute();
    }

    private static Condition mine(UUID record) {
        return Tables.ofTenant("p").and(PERSON.eq(Caller.current().person())).and(RECORD.eq(record));
    }
}
