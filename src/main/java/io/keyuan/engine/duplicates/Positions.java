package io.keyuan.engine.duplicates;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.history.ChangeLog;
import io.keyuan.engine.sql.Snapshots;
import io.keyuan.engine.sql.Tables;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** How far pairs know what has changed; its row is what those wait for who change pairs of one company. */
@Repository
class Positions {

    private static final Table<Record> POSITION = Tables.of("duplicate_position", "p");
    private static final Field<UUID> TENANT = Tables.uuid("p", "tenant_id");
    private static final Field<Long> TRANSACTION = Tables.number("p", "transaction_id");
    private static final Field<Long> SEQUENCE = Tables.number("p", "sequence");

    private final DSLContext sql;
    private final ChangeLog log;

    Positions(DSLContext sql, ChangeLog log) {
        this.sql = sql;
        this.log = log;
    }

    /** The companies that have looked through their records, in which something has changed since. */
    Set<UUID> behind() {
        return AcrossTenants.call("records of all companies are compared alike", () ->
                sql.select(TENANT).from(POSITION).where(Snapshots.anyAfter("p")).fetchSet(TENANT));
    }

    /** Has a company follow changes from here on, if it does not yet, and holds its place until the transaction ends. */
    void begin() {
        ChangeLog.Position now = log.settled();
        sql.insertInto(table(name("duplicate_position")))
                .columns(bare(TENANT), bare(TRANSACTION), bare(SEQUENCE))
                .values(Caller.current().tenant(), now.transaction(), now.sequence())
                .onConflictDoNothing()
                .execute();
        hold();
    }

    /** Keeps others from changing pairs until the transaction ends. */
    void hold() {
        sql.select(TRANSACTION).from(POSITION).where(Tables.ofTenant("p")).forUpdate().fetch();
    }

    /** @return null where another node is at it, or nothing is followed */
    ChangeLog.@Nullable Position lock() {
        return sql.select(TRANSACTION, SEQUENCE).from(POSITION).where(Tables.ofTenant("p"))
                .forUpdate().skipLocked()
                .fetchOne(row -> new ChangeLog.Position(row.value1(), row.value2()));
    }

    void set(ChangeLog.Position position) {
        sql.update(POSITION)
                .set(bare(TRANSACTION), position.transaction())
                .set(bare(SEQUENCE), position.sequence())
                .where(Tables.ofTenant("p"))
                .execute();
    }

    private static <T> Field<T> bare(Field<T> column) {
        return field(name(column.getName()), column.getDataType());
    }
}
