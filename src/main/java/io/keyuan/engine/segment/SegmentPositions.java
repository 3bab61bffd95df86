package io.keyuan.engine.segment;

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
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** How far live segments know what has changed; of the current caller's company where nothing else is said. */
@Repository
class SegmentPositions {

    private static final Table<Record> POSITION = Tables.of("segment_position", "p");
    private static final Field<UUID> TENANT = Tables.uuid("p", "tenant_id");
    private static final Field<Long> TRANSACTION = Tables.number("p", "transaction_id");
    private static final Field<Long> SEQUENCE = Tables.number("p", "sequence");

    private final DSLContext sql;
    private final ChangeLog log;

    SegmentPositions(DSLContext sql, ChangeLog log) {
        this.sql = sql;
        this.log = log;
    }

    /** The companies with live segments in which something has changed since. */
    Set<UUID> behind() {
        return AcrossTenants.call("segments of all companies follow alike", () -> sql.select(TENANT)
                .from(POSITION)
                .where(Snapshots.anyAfter("p"))
                .and(DSL.exists(DSL.selectOne()
                        .from(Tables.of("segment", "s"))
                        .where(Tables.uuid("s", "tenant_id").eq(TENANT))
                        .and(Tables.text("s", "kind").eq(Segment.Kind.LIVE.code()))))
                .fetchSet(TENANT));
    }

    /** Has a company follow changes, and holds its place until the transaction ends: of those who begin at once one comes first. */
    void begin() {
        ChangeLog.Position now = log.settled();
        sql.insertInto(table(name("segment_position")))
                .columns(bare(TENANT), bare(TRANSACTION), bare(SEQUENCE))
                .values(Caller.current().tenant(), now.transaction(), now.sequence())
                .onConflictDoNothing()
                .execute();
        sql.select(TRANSACTION).from(POSITION).where(Tables.ofTenant("p")).forUpdate().fetch();
    }

    /** Where nothing is followed yet, there is nothing to catch up with: all there is will be looked through. */
    void skip() {
        set(log.settled());
    }

    /** @return null where another node is at it */
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
