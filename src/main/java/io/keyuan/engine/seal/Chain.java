package io.keyuan.engine.seal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.seal.SealedRow.Place;
import io.keyuan.engine.sql.Tables;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the chain of each tenant ends, and who may go on with it. */
@Component
class Chain {

    private static final Table<Record> CHAIN = Tables.of("audit_chain", "c");
    private static final Field<UUID> TENANT = Tables.uuid("c", "tenant_id");
    private static final Field<Long> NUMBER = Tables.number("c", "number");
    private static final Field<Long> POSITION = Tables.number("c", "position");
    private static final Field<UUID> ROW = Tables.uuid("c", "row_id");
    private static final Field<byte[]> HASH = field(name("c", "hash"), SQLDataType.BLOB);

    private final DSLContext sql;

    Chain(DSLContext sql) {
        this.sql = sql;
    }

    /** The last block there is, by its number, its last row and its hash; number 0 before the first. */
    record End(long number, Place place, byte[] hash) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof End end && number == end.number && place.equals(end.place) && java.util.Arrays.equals(hash, end.hash);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(hash);
        }
    }

    void begin(UUID tenant) {
        sql.insertInto(table(name("audit_chain")))
                .columns(field(name("tenant_id"), SQLDataType.UUID), field(name("number"), SQLDataType.BIGINT),
                        field(name("position"), SQLDataType.BIGINT), field(name("row_id"), SQLDataType.UUID), field(name("hash"), SQLDataType.BLOB))
                .values(tenant, 0L, -1L, new UUID(0, 0), Seal.beginning(tenant))
                .execute();
    }

    /** Takes the end of the caller's chain until the current transaction ends; null where somebody else has it. */
    @Nullable End take() {
        return sql.select(NUMBER, POSITION, ROW, HASH).from(CHAIN).where(Tables.ofTenant("c")).forUpdate().skipLocked().fetchOne(Chain::end);
    }

    /** Where it ends now. */
    End look() {
        return java.util.Objects.requireNonNull(
                sql.select(NUMBER, POSITION, ROW, HASH).from(CHAIN).where(Tables.ofTenant("c")).fetchOne(Chain::end), "every tenant has a chain");
    }

    /** Keeps it where it is until the current transaction ends; waits for whoever is sealing. */
    End hold() {
        return java.util.Objects.requireNonNull(
                sql.select(NUMBER, POSITION, ROW, HASH).from(CHAIN).where(Tables.ofTenant("c")).forShare().fetchOne(Chain::end),
                "every tenant has a chain");
    }

    private static End end(Record row) {
        return new End(row.get(NUMBER), new Place(row.get(POSITION), row.get(ROW)), row.get(HASH));
    }

    void moveTo(Seal seal) {
        sql.update(CHAIN)
                .set(DSL.field(name("number"), SQLDataType.BIGINT), seal.number())
                .set(DSL.field(name("position"), SQLDataType.BIGINT), seal.to().position())
                .set(DSL.field(name("row_id"), SQLDataType.UUID), seal.to().id())
                .set(DSL.field(name("hash"), SQLDataType.BLOB), seal.hash())
                .where(TENANT.eq(DSL.val(Caller.current().tenant())))
                .execute();
    }

    /** The tenants that have rows behind the end of their chain. */
    List<UUID> waiting() {
        return AcrossTenants.call("every tenant has a chain", () -> sql.select(TENANT)
                .from(CHAIN)
                .where(field(next(TrailTable.CHANGES)).isNotNull().or(field(next(TrailTable.EVENTS)).isNotNull()))
                .fetch(TENANT));
    }

    /** Ordered and limited, so that it is one look into the index whatever the planner believes. */
    private static Select<? extends org.jooq.Record1<UUID>> next(TrailTable trail) {
        return select(TrailTable.ID)
                .from(trail.table())
                .where(Tables.uuid("t", "tenant_id").eq(TENANT))
                .and(row(TrailTable.POSITION, TrailTable.ID).gt(row(POSITION, ROW)))
                .orderBy(TrailTable.POSITION, TrailTable.ID)
                .limit(1);
    }
}
