package io.keyuan.engine.notices;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.TenantSeed;
import io.keyuan.engine.sql.Snapshots;
import io.keyuan.engine.sql.Tables;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** How far the program has told people what concerns them; of the current caller's company where nothing else is said. */
@Repository
class NoticePositions implements TenantSeed {

    private static final Table<Record> POSITION = Tables.of("notice_position", "p");
    private static final Field<UUID> TENANT = Tables.uuid("p", "tenant_id");
    private static final Field<Long> TRANSACTION = Tables.number("p", "transaction_id");
    private static final Field<Long> SEQUENCE = Tables.number("p", "sequence");
    private static final Field<LocalDate> REMINDED = Tables.date("p", "reminded_on");

    private final DSLContext sql;

    NoticePositions(DSLContext sql) {
        this.sql = sql;
    }

    /** Up to where the change log was read. */
    record Position(long transaction, long sequence) {}

    /** The companies in which something has changed since. */
    Set<UUID> behind() {
        return AcrossTenants.call("changes of all companies are told alike", () ->
                sql.select(TENANT).from(POSITION).where(Snapshots.anyAfter("p")).fetchSet(TENANT));
    }

    /** The companies that may not have been reminded yet on their day. */
    Set<UUID> remindedBefore(LocalDate day) {
        return AcrossTenants.call("people of all companies are reminded alike", () ->
                sql.select(TENANT).from(POSITION).where(REMINDED.lt(day)).fetchSet(TENANT));
    }

    /** @return null where another node is at it */
    @Nullable Position lock() {
        return sql.select(TRANSACTION, SEQUENCE).from(POSITION).where(Tables.ofTenant("p"))
                .forUpdate().skipLocked()
                .fetchOne(row -> new Position(row.value1(), row.value2()));
    }

    void set(Position position) {
        sql.update(POSITION)
                .set(bare(TRANSACTION), position.transaction())
                .set(bare(SEQUENCE), position.sequence())
                .where(Tables.ofTenant("p"))
                .execute();
    }

    /** @return the day on which people were last reminded; null where it was this day or later */
    @Nullable LocalDate lockBefore(LocalDate day) {
        return sql.select(REMINDED).from(POSITION).where(Tables.ofTenant("p"), REMINDED.lt(day)).forUpdate().fetchOne(REMINDED);
    }

    void remindedOn(LocalDate day) {
        sql.update(POSITION).set(bare(REMINDED), day).where(Tables.ofTenant("p")).execute();
    }

    @Override
    public void seed(UUID tenant) {
        sql.insertInto(table(name("notice_position")))
                .columns(List.of(bare(TENANT), bare(TRANSACTION), bare(SEQUENCE), bare(REMINDED)))
                .values(tenant, 0L, 0L, LocalDate.now(ZoneOffset.UTC))
                .execute();
    }

    private static <T> Field<T> bare(Field<T> column) {
        return field(name(column.getName()), column.getDataType());
    }
}
