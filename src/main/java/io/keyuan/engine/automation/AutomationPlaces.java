package io.keyuan.engine.automation;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.history.ChangeLog;
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

/** How far the rules of a company know what has changed; of the current caller's company where nothing else is said. */
@Repository
class AutomationPlaces {

    private static final Table<Record> PLACE = Tables.of("automation_position", "p");
    private static final Field<UUID> TENANT = Tables.uuid("p", "tenant_id");
    private static final Field<Long> POSITION = Tables.number("p", "position");
    private static final Field<UUID> ROW = Tables.uuid("p", "audit_id");

    private final DSLContext sql;
    private final ChangeLog log;

    AutomationPlaces(DSLContext sql, ChangeLog log) {
        this.sql = sql;
        this.log = log;
    }

    /** After a row of the audit. */
    record Place(long position, UUID row) {

        /** After everything of this transaction and those before. */
        static Place after(long position) {
            return new Place(position, new UUID(-1, -1));
        }
    }

    /** The companies with rules at work in which something has changed since. */
    Set<UUID> behind() {
        return AcrossTenants.call("rules of all companies follow alike", () -> sql.select(TENANT)
                .from(PLACE)
                .where(AutomationRuleStore.anyAtWork(TENANT))
                .and(DSL.exists(DSL.selectOne()
                        .from(Tables.of("audit", "a"))
                        .where(Tables.uuid("a", "tenant_id").eq(TENANT))
                        .and(row(Tables.number("a", "position"), Tables.uuid("a", "id")).gt(row(POSITION, ROW)))))
                .fetchSet(TENANT));
    }

    /** Has a company follow changes, and holds its place until the transaction ends: of those who begin at once one comes first. */
    void begin() {
        Place settled = Place.after(log.settled().transaction());
        sql.insertInto(table(name("automation_position")))
                .columns(bare(TENANT), bare(POSITION), bare(ROW))
                .values(Caller.current().tenant(), settled.position(), settled.row())
                .onConflictDoNothing()
                .execute();
        sql.select(POSITION).from(PLACE).where(Tables.ofTenant("p")).forUpdate().fetch();
    }

    /** Where no rule was at work, there is nothing to catch up with. */
    void skip() {
        set(Place.after(log.settled().transaction()));
    }

    /** @return null where another node is at it */
    @Nullable Place lock() {
        return sql.select(POSITION, ROW).from(PLACE).where(Tables.ofTenant("p")).forUpdate().skipLocked()
                .fetchOne(row -> new Place(row.value1(), row.value2()));
    }

    void set(Place place) {
        sql.update(PLACE).set(bare(POSITION), place.position()).set(bare(ROW), place.row()).where(Tables.ofTenant("p")).execute();
    }

    private static <T> Field<T> bare(Field<T> column) {
        return field(name(column.getName()), column.getDataType());
    }
}
