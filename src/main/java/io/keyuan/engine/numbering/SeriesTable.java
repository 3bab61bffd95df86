package io.keyuan.engine.numbering;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.BadValue;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.sql.Turns;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Series as they are stored, by the name in code of their object. */
@Repository
class SeriesTable {

    private static final Table<Record> TABLE = Tables.of("number_series", "n");
    private static final Field<UUID> TENANT = field(name("tenant_id"), SQLDataType.UUID);
    private static final Field<String> OBJECT = field(name("object"), SQLDataType.CLOB);
    private static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);
    private static final Field<Boolean> ACTIVE = field(name("active"), SQLDataType.BOOLEAN);
    private static final Field<String> FORMAT = field(name("format"), SQLDataType.CLOB);
    private static final Field<String> RESTART = field(name("restart"), SQLDataType.CLOB);
    private static final Field<Boolean> BY_HAND = field(name("by_hand"), SQLDataType.BOOLEAN);
    private static final Field<Long> NEXT = field(name("next_number"), SQLDataType.BIGINT);
    private static final Field<LocalDate> DAY = field(name("day"), SQLDataType.LOCALDATE);

    private static final List<Field<?>> ALL = List.of(OBJECT, VERSION, ACTIVE, FORMAT, RESTART, BY_HAND, NEXT, DAY);

    private final DSLContext sql;

    SeriesTable(DSLContext sql) {
        this.sql = sql;
    }

    /** Of every object that has one. */
    Map<String, Series> all() {
        Map<String, Series> all = new HashMap<>();
        sql.select(ALL).from(TABLE).where(Tables.ofTenant("n")).forEach(row -> all.put(row.get(OBJECT), series(row)));
        return all;
    }

    private static Series series(Record row) {
        try {
            return new Series(
                    row.get(VERSION), row.get(ACTIVE), NumberFormat.of(row.get(FORMAT)), Objects.requireNonNull(Restart.of(row.get(RESTART))), row.get(BY_HAND),
                    row.get(NEXT), row.get(DAY));
        } catch (BadValue bad) {
            throw new IllegalStateException("a format that was taken is none", bad);
        }
    }

    /** Until the transaction ends nobody else takes a number or says how they are; null where nobody has said yet. */
    @Nullable Series lock(DSLContext sql, ObjectType type) {
        Record row = sql.select(ALL).from(TABLE).where(isOf(type)).forUpdate().fetchOne();
        return row == null ? null : series(row);
    }

    /** The same for whoever says how they are: where there is no row yet, one after the other makes it. */
    @Nullable Series lock(ObjectType type) {
        Turns.await(sql, "numbers of " + type.name());
        return lock(sql, type);
    }

    void left(DSLContext sql, ObjectType type, Series left) {
        sql.update(TABLE).set(NEXT, left.next()).set(DAY, left.day()).where(isOf(type)).execute();
    }

    /** In place of what there is: whoever waits for the row goes on with what it has become. */
    void put(ObjectType type, Series series) {
        Map<Field<?>, Object> row = new LinkedHashMap<>();
        row.put(VERSION, series.version());
        row.put(ACTIVE, series.active());
        row.put(FORMAT, series.format().text());
        row.put(RESTART, series.restart().code());
        row.put(BY_HAND, series.byHand());
        row.put(NEXT, series.next());
        row.put(DAY, series.day());
        sql.insertInto(table(name("number_series")))
                .set(TENANT, Caller.current().tenant())
                .set(OBJECT, type.name())
                .set(row)
                .onConflict(TENANT, OBJECT)
                .doUpdate()
                .set(row)
                .execute();
    }

    private static Condition isOf(ObjectType type) {
        return Tables.ofTenant("n").and(OBJECT.eq(type.name()));
    }
}
