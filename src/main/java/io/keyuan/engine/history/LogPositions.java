package io.keyuan.engine.history;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.sql.Snapshots;
import io.keyuan.engine.sql.Tables;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** How far a {@link LogFollower} has come with the change log of each company: of the current caller's where nothing else is said. */
public abstract class LogPositions {

    /** The company of a row. */
    protected static final Field<UUID> TENANT = Tables.uuid("p", "tenant_id");

    private static final Field<Long> TRANSACTION = Tables.number("p", "transaction_id");
    private static final Field<Long> SEQUENCE = Tables.number("p", "sequence");

    private final DSLContext sql;
    private final ChangeLog log;
    private final String name;
    private final Table<Record> position;

    /** @param name of the follower's table */
    protected LogPositions(DSLContext sql, ChangeLog log, String name) {
        this.sql = sql;
        this.log = log;
        this.name = name;
        this.position = Tables.of(name, "p");
    }

    /** The companies in which something has changed since, asked across all of them. */
    protected Set<UUID> behind(Condition which) {
        return sql.select(TENANT).from(position).where(Snapshots.anyAfter("p")).and(which).fetchSet(TENANT);
    }

    /**
     * Has a company follow changes from here on, if it does not yet, and holds its place until the transaction ends: of those who begin at
     * once one comes first.
     */
    public void begin() {
        ChangeLog.Position now = log.settled();
        sql.insertInto(table(name(name)))
                .columns(bare(TENANT), bare(TRANSACTION), bare(SEQUENCE))
                .values(Caller.current().tenant(), now.transaction(), now.sequence())
                .onConflictDoNothing()
                .execute();
        hold();
    }

    /** Keeps others from going on until the transaction ends. */
    public void hold() {
        sql.select(TRANSACTION).from(position).where(Tables.ofTenant("p")).forUpdate().fetch();
    }

    /** Where nothing was followed until now, there is nothing to catch up with. */
    public void skip() {
        set(log.settled());
    }

    /** @return null where another node is at it, or nothing is followed */
    public ChangeLog.@Nullable Position lock() {
        return sql.select(TRANSACTION, SEQUENCE).from(position).where(Tables.ofTenant("p"))
                .forUpdate().skipLocked()
                .fetchOne(row -> new ChangeLog.Position(row.value1(), row.value2()));
    }

    public void set(ChangeLog.Position passed) {
        sql.update(position)
                .set(bare(TRANSACTION), passed.transaction())
                .set(bare(SEQUENCE), passed.sequence())
                .where(Tables.ofTenant("p"))
                .execute();
    }

    private static <T> Field<T> bare(Field<T> column) {
        return field(name(column.getName()), column.getDataType());
    }
}
