package io.keyuan.engine.attribute;

import static io.keyuan.engine.attribute.DefinitionTable.column;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectDefinition;
import io.keyuan.engine.attribute.ObjectTable.Written;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.sql.Turns;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The objects that the current caller's company has defined; every change is {@linkplain KnownDefinitions told} to all nodes. */
@Repository
class ObjectStore {

    /** So many objects a company may define; those that can be brought back count too. */
    static final int MOST = 100;

    private final DSLContext sql;
    private final ObjectTable table;
    private final KnownDefinitions known;

    ObjectStore(DSLContext sql, ObjectTable table, KnownDefinitions known) {
        this.sql = sql;
        this.table = table;
        this.known = known;
    }

    /** Waits until nobody else is about to add one: whether a name is free is true until the transaction ends. */
    void begin() {
        Turns.await(sql, "definitions");
    }

    /** Those that are there or can be brought back, in their order. */
    List<Written> all() {
        return sql.select()
                .from(ObjectTable.TABLE)
                .where(Tables.ofTenant("o"))
                .and(ObjectTable.ERASED.isNull())
                .orderBy(ObjectTable.PLACE, ObjectTable.ID)
                .fetch(table::read);
    }

    /** @return null where there is none of this path, or none any more */
    @Nullable Written find(String path) {
        return sql.select()
                .from(ObjectTable.TABLE)
                .where(Tables.ofTenant("o"))
                .and(ObjectTable.PATH.eq(path))
                .and(ObjectTable.ERASED.isNull())
                .fetchOne(table::read);
    }

    /** Whether an object is or was called so. */
    boolean isTaken(String path) {
        return sql.fetchExists(ObjectTable.TABLE, Tables.ofTenant("o"), ObjectTable.PATH.eq(path));
    }

    /** Writes it down, behind the others. */
    void add(ObjectDefinition definition) {
        Map<Field<?>, Object> row = new HashMap<>(table.changeable(definition));
        row.put(column("id", SQLDataType.UUID), definition.id());
        row.put(column("version", SQLDataType.BIGINT), 1L);
        row.put(column("name", SQLDataType.CLOB), definition.name());
        row.put(column("path", SQLDataType.CLOB), definition.path());
        row.put(column("owned", SQLDataType.BOOLEAN), definition.owned());
        row.put(column("staged", SQLDataType.BOOLEAN), definition.staged());
        row.put(column("place", SQLDataType.INTEGER), field(select(coalesce(max(ObjectTable.PLACE), -1).add(1)).from(ObjectTable.TABLE).where(Tables.ofTenant("o"))));
        row.put(column("created_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()));
        row.put(column("created_by", SQLDataType.UUID), Caller.current().person());
        sql.insertInto(table(name(ObjectTable.NAME_OF_TABLE)))
                .set(column("tenant_id", SQLDataType.UUID), Caller.current().tenant())
                .set(row)
                .execute();
        known.changed();
    }

    /** @return false where somebody else has changed it meanwhile */
    boolean change(Written before, ObjectDefinition after) {
        return set(before, table.changeable(after));
    }

    /** @param when null to bring it back */
    boolean remove(Written before, @Nullable Instant when) {
        return set(before, Map.of(
                column("removed_at", SQLDataType.TIMESTAMPWITHTIMEZONE),
                when == null ? inline(null, SQLDataType.TIMESTAMPWITHTIMEZONE) : Tables.bound(when)));
    }

    private boolean set(Written before, Map<Field<?>, Object> values) {
        int changed = sql.update(ObjectTable.TABLE)
                .set(values)
                .set(column("version", SQLDataType.BIGINT), before.version() + 1)
                .where(Tables.ofTenant("o"))
                .and(ObjectTable.ID.eq(before.definition().id()))
                .and(ObjectTable.VERSION.eq(before.version()))
                .execute();
        known.changed();
        return changed == 1;
    }
}
