package io.keyuan.engine.seal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.seal.SealedRow.Place;
import io.keyuan.engine.sql.Tables;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Stores the blocks of the current caller's chain. */
@Repository
class SealStore {

    private static final Table<Record> SEAL = Tables.of("audit_seal", "s");
    private static final Field<Long> NUMBER = Tables.number("s", "number");
    private static final Field<Short> FORMAT = field(name("s", "format"), SQLDataType.SMALLINT);
    private static final Field<Long> AFTER_POSITION = Tables.number("s", "after_position");
    private static final Field<UUID> AFTER_ID = Tables.uuid("s", "after_id");
    private static final Field<Long> TO_POSITION = Tables.number("s", "to_position");
    private static final Field<UUID> TO_ID = Tables.uuid("s", "to_id");
    private static final Field<Integer> ROWS = field(name("s", "row_count"), SQLDataType.INTEGER);
    private static final Field<UUID[]> IDS = field(name("s", "ids"), SQLDataType.UUID.array());
    private static final Field<byte[]> HASHES = bytes("hashes");
    private static final Field<byte[]> ROOT = bytes("root");
    private static final Field<byte[]> PREVIOUS = bytes("previous");
    private static final Field<byte[]> HASH = bytes("hash");
    private static final Field<java.time.OffsetDateTime> AT = Tables.time("s", "at");

    private final DSLContext sql;

    SealStore(DSLContext sql) {
        this.sql = sql;
    }

    private static Field<byte[]> bytes(String column) {
        return field(name("s", column), SQLDataType.BLOB);
    }

    /** What people are shown of a block. */
    record Listed(long number, java.time.Instant at, int rows, byte[] hash) {}

    void insert(Seal seal) {
        sql.insertInto(table(name("audit_seal")))
                .columns(unqualified(Tables.uuid("s", "tenant_id")), unqualified(NUMBER), unqualified(FORMAT), unqualified(AFTER_POSITION),
                        unqualified(AFTER_ID), unqualified(TO_POSITION), unqualified(TO_ID), unqualified(ROWS), unqualified(IDS),
                        unqualified(HASHES), unqualified(ROOT), unqualified(PREVIOUS), unqualified(HASH), unqualified(AT))
                .values(Caller.current().tenant(), seal.number(), (short) seal.format(), seal.after().position(), seal.after().id(),
                        seal.to().position(), seal.to().id(), seal.ids().size(), seal.ids().toArray(UUID[]::new), seal.hashes(), seal.root(),
                        seal.previous(), seal.hash(), seal.at())
                .execute();
    }

    private static <T> Field<T> unqualified(Field<T> field) {
        return DSL.field(DSL.name(field.getName()), field.getDataType());
    }

    /** Some blocks from a number on, in their order. */
    List<Seal> from(long number, int limit) {
        return sql.select(NUMBER, FORMAT, AFTER_POSITION, AFTER_ID, TO_POSITION, TO_ID, IDS, HASHES, ROOT, PREVIOUS, HASH, AT)
                .from(SEAL)
                .where(Tables.ofTenant("s"))
                .and(NUMBER.ge(number))
                .orderBy(NUMBER)
                .limit(limit)
                .fetch(SealStore::seal);
    }

    private static Seal seal(Record row) {
        return new Seal(
                row.get(NUMBER), row.get(FORMAT), new Place(row.get(AFTER_POSITION), row.get(AFTER_ID)),
                new Place(row.get(TO_POSITION), row.get(TO_ID)), List.of(row.get(IDS)), row.get(HASHES), row.get(ROOT), row.get(PREVIOUS),
                row.get(HASH), row.get(AT));
    }

    /** The newest first. */
    List<Listed> newest(@Nullable Long before, int limit) {
        return sql.select(NUMBER, AT, ROWS, HASH)
                .from(SEAL)
                .where(Tables.ofTenant("s"))
                .and(before == null ? DSL.noCondition() : NUMBER.lt(before))
                .orderBy(NUMBER.desc())
                .limit(limit)
                .fetch(row -> new Listed(row.value1(), row.value2().toInstant(), row.value3(), row.value4()));
    }
}
