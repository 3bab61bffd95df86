package io.keyuan.engine.duplicates;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.sql.ArrayValues;
import io.keyuan.engine.sql.Tables;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Which records have a key. */
@Repository
class KeyStore {

    /** A key that more share tells nothing: those records are found by another one or not at all. */
    static final int MOST = 40;

    private static final Field<Long> KEY = Tables.number("k", "key");
    private static final Field<UUID> RECORD = Tables.uuid("k", "record_id");

    private final DSLContext sql;

    KeyStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Those that have one of these keys; a key that more than {@link #MOST} have is left out. */
    Map<Long, Set<UUID>> find(ObjectType type, Collection<Long> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Field<Long> wanted = field(name("w", "key"), SQLDataType.BIGINT);
        Long[] all = keys.stream().distinct().sorted().toArray(Long[]::new);
        var some = select(RECORD)
                .from(Tables.of(KeyRows.TABLE, "k"))
                .where(Tables.ofTenant("k"))
                .and(Tables.text("k", "object").eq(type.name()))
                .and(KEY.eq(wanted))
                .orderBy(RECORD)
                .limit(MOST + 1);
        Map<Long, Set<UUID>> found = new HashMap<>();
        sql.select(wanted, field(name("f", "record_id"), SQLDataType.UUID))
                .from(select(ArrayValues.each(all).as("key")).asTable(name("w")))
                .crossJoin(DSL.lateral(some.asTable(name("f"))))
                .forEach(row -> found.computeIfAbsent(row.value1(), any -> new HashSet<>()).add(row.value2()));
        found.values().removeIf(records -> records.size() > MOST);
        return found;
    }

    /** A key of a record. */
    record Held(long key, UUID record) {}

    /** The next ones after a place, in the order of keys. */
    List<Held> after(ObjectType type, @Nullable Held passed, int limit) {
        return sql.select(KEY, RECORD)
                .from(Tables.of(KeyRows.TABLE, "k"))
                .where(Tables.ofTenant("k"))
                .and(Tables.text("k", "object").eq(type.name()))
                .and(passed == null ? DSL.noCondition() : DSL.row(KEY, RECORD).gt(DSL.row(val(passed.key()), val(passed.record()))))
                .orderBy(KEY, RECORD)
                .limit(limit)
                .fetch(row -> new Held(row.value1(), row.value2()));
    }

    // ---- of which objects all records have their keys ----

    @Nullable Long shape(ObjectType type) {
        return sql.select(Tables.number("b", "shape"))
                .from(Tables.of("duplicate_base", "b"))
                .where(Tables.ofTenant("b"))
                .and(Tables.text("b", "object").eq(type.name()))
                .fetchOne(row -> row.value1());
    }

    void made(ObjectType type) {
        sql.insertInto(table(name("duplicate_base")))
                .columns(field(name("tenant_id"), SQLDataType.UUID), field(name("object"), SQLDataType.CLOB), field(name("shape"), SQLDataType.BIGINT))
                .values(Caller.current().tenant(), type.name(), KeyRows.SHAPE)
                .onConflict(field(name("tenant_id")), field(name("object")))
                .doUpdate()
                .set(field(name("shape"), SQLDataType.BIGINT), KeyRows.SHAPE)
                .execute();
    }
}
