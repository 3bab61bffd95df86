package io.keyuan.engine.attribute;

import static io.keyuan.engine.attribute.DefinitionTable.column;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.AttributeDefinition;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.attribute.DefinitionTable.Written;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.sql.Turns;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The definitions of the current caller's company; every change is {@linkplain KnownDefinitions told} to all nodes. */
@Repository
class DefinitionStore {

    /** So many attributes may be added to an object; those that can be brought back count too. */
    static final int MOST = 100;

    private final DSLContext sql;
    private final DefinitionTable table;
    private final KnownDefinitions known;

    DefinitionStore(DSLContext sql, DefinitionTable table, KnownDefinitions known) {
        this.sql = sql;
        this.table = table;
        this.known = known;
    }

    /** Waits until nobody else is about to add one: whether a name is free is true until the transaction ends. */
    void begin() {
        Turns.await(sql, "definitions");
    }

    /** Those that are there or can be brought back, in their order. */
    List<Written> of(ObjectType type) {
        return sql.select()
                .from(DefinitionTable.TABLE)
                .where(Tables.ofTenant("a"))
                .and(DefinitionTable.OBJECT.eq(type.name()))
                .and(DefinitionTable.ERASED.isNull())
                .orderBy(DefinitionTable.PLACE, DefinitionTable.SLOT)
                .fetch(table::read);
    }

    /** Those of all objects. */
    List<Written> all() {
        return sql.select()
                .from(DefinitionTable.TABLE)
                .where(Tables.ofTenant("a"))
                .and(DefinitionTable.ERASED.isNull())
                .orderBy(DefinitionTable.OBJECT, DefinitionTable.PLACE, DefinitionTable.SLOT)
                .fetch(table::read);
    }

    /** @return null where there is none, or none any more */
    @Nullable Written find(ObjectType type, String name) {
        return sql.select()
                .from(DefinitionTable.TABLE)
                .where(Tables.ofTenant("a"))
                .and(DefinitionTable.OBJECT.eq(type.name()))
                .and(DefinitionTable.NAME.eq(name))
                .and(DefinitionTable.ERASED.isNull())
                .fetchOne(table::read);
    }

    /** Whether an attribute of the object is or was called so. */
    boolean isTaken(ObjectType type, String name) {
        return type.find(name) != null
                || sql.fetchExists(DefinitionTable.TABLE, Tables.ofTenant("a"), DefinitionTable.OBJECT.eq(type.name()), DefinitionTable.NAME.eq(name));
    }

    /** Writes it down, in a slot of its own and behind the others. */
    void add(AttributeDefinition definition) {
        Map<Field<?>, Object> row = new HashMap<>(table.changeable(definition));
        row.put(column("id", SQLDataType.UUID), definition.id());
        row.put(column("version", SQLDataType.BIGINT), 1L);
        row.put(column("object", SQLDataType.CLOB), definition.object());
        row.put(column("name", SQLDataType.CLOB), definition.name());
        row.put(column("kind", SQLDataType.CLOB), definition.kind().code());
        row.put(column("target", SQLDataType.CLOB), definition.target() == null ? inline((String) null) : definition.target());
        row.put(column("searchable", SQLDataType.BOOLEAN), definition.searchable());
        row.put(column("slot", SQLDataType.INTEGER), next(definition, DefinitionTable.SLOT));
        row.put(column("place", SQLDataType.INTEGER), next(definition, DefinitionTable.PLACE));
        row.put(column("created_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()));
        row.put(column("created_by", SQLDataType.UUID), Caller.current().person());
        sql.insertInto(table(name("custom_attribute")))
                .set(column("tenant_id", SQLDataType.UUID), Caller.current().tenant())
                .set(row)
                .execute();
        known.changed();
    }

    private static Field<Integer> next(AttributeDefinition definition, Field<Integer> number) {
        return field(select(coalesce(max(number), -1).add(1))
                .from(DefinitionTable.TABLE)
                .where(Tables.ofTenant("a"))
                .and(DefinitionTable.OBJECT.eq(definition.object())));
    }

    /** @return false where somebody else has changed it meanwhile */
    boolean change(Written before, AttributeDefinition after) {
        Map<Field<?>, Object> values = new HashMap<>(table.changeable(after));
        if (!after.indexed()) {
            values.putAll(fromTheBeginning());
        }
        return set(before, values);
    }

    /** @param when null to bring it back */
    boolean remove(Written before, @Nullable Instant when) {
        Map<Field<?>, Object> set = new HashMap<>();
        set.put(column("removed_at", SQLDataType.TIMESTAMPWITHTIMEZONE), when == null ? noTime() : Tables.bound(when));
        // Nobody keeps its rows meanwhile.
        set.put(column("indexed", SQLDataType.BOOLEAN), false);
        set.putAll(fromTheBeginning());
        return set(before, set);
    }

    /** All that is calculated is worked out anew. */
    void calculateAnew() {
        sql.update(DefinitionTable.TABLE)
                .set(column("indexed", SQLDataType.BOOLEAN), false)
                .set(fromTheBeginning())
                .where(Tables.ofTenant("a"))
                .and(Tables.json("a", "calculation").isNotNull())
                .and(DefinitionTable.REMOVED.isNull())
                .execute();
        known.changed();
    }

    /** A round that is underway, or was, begins with the first record again. */
    private static Map<Field<?>, Object> fromTheBeginning() {
        return Map.of(
                column("passed", SQLDataType.UUID), inline((UUID) null, SQLDataType.UUID),
                column("round_began_at", SQLDataType.TIMESTAMPWITHTIMEZONE), noTime());
    }

    private static Field<?> noTime() {
        return inline(null, SQLDataType.TIMESTAMPWITHTIMEZONE);
    }

    private boolean set(Written before, Map<Field<?>, Object> values) {
        int changed = sql.update(DefinitionTable.TABLE)
                .set(values)
                .set(column("version", SQLDataType.BIGINT), before.version() + 1)
                .where(Tables.ofTenant("a"))
                .and(DefinitionTable.ID.eq(before.definition().id()))
                .and(DefinitionTable.VERSION.eq(before.version()))
                .execute();
        known.changed();
        return changed == 1;
    }
}
