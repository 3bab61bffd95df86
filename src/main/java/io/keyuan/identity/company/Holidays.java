package io.keyuan.identity.company;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** The days of the current caller's company that are not as their weekdays. */
@Repository
class Holidays {

    private static final Table<Record> TABLE = table(name("holiday"));
    private static final Field<UUID> TENANT = field(name("holiday", "tenant_id"), SQLDataType.UUID);
    private static final Field<LocalDate> DAY = field(name("holiday", "day"), SQLDataType.LOCALDATE);
    private static final Field<String> NAME = field(name("holiday", "name"), SQLDataType.CLOB);
    private static final Field<Boolean> WORKED = field(name("holiday", "worked"), SQLDataType.BOOLEAN);

    private final DSLContext sql;

    Holidays(DSLContext sql) {
        this.sql = sql;
    }

    /** The earliest first. */
    List<Holiday> of(Year year) {
        return between(year.atDay(1), year.atDay(year.length()));
    }

    List<Holiday> all() {
        return sql.select(DAY, NAME, WORKED)
                .from(TABLE)
                .where(TENANT.eq(Caller.current().tenant()))
                .orderBy(DAY)
                .fetch(row -> new Holiday(row.value1(), row.value2(), row.value3()));
    }

    List<Holiday> between(LocalDate first, LocalDate last) {
        return sql.select(DAY, NAME, WORKED)
                .from(TABLE)
                .where(TENANT.eq(Caller.current().tenant()), DAY.between(first, last))
                .orderBy(DAY)
                .fetch(row -> new Holiday(row.value1(), row.value2(), row.value3()));
    }

    /** A day that is there already becomes what it is now. */
    void put(Collection<Holiday> holidays) {
        if (holidays.isEmpty()) {
            return;
        }
        UUID tenant = Caller.current().tenant();
        var insert = sql.insertInto(TABLE, TENANT, DAY, NAME, WORKED);
        for (Holiday each : holidays) {
            insert = insert.values(tenant, each.day(), each.name(), each.worked());
        }
        insert.onConflict(TENANT, DAY).doUpdate().set(NAME, excluded(NAME)).set(WORKED, excluded(WORKED)).execute();
    }

    /** @return whether it was there */
    boolean remove(LocalDate day) {
        return sql.deleteFrom(TABLE).where(TENANT.eq(Caller.current().tenant()), DAY.eq(day)).execute() == 1;
    }
}
