package io.keyuan.engine.attribute;

import static io.keyuan.engine.attribute.DefinitionTable.column;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeDefinition;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Row;
import io.keyuan.engine.ValueIndex;
import io.keyuan.engine.calculation.Recalculation;
import io.keyuan.engine.query.Reader;
import io.keyuan.engine.sql.Assigned;
import io.keyuan.engine.sql.Statements;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pieces of the rounds through all records; each locks the definition, so that two nodes do not do the same. */
@Component
class AttributeRounds {

    private static final int PIECE = 2_000;

    /** So many that were changed during a round are gone through at its end; of more, there is another round. */
    private static final int MOST_CHANGED = 20_000;

    /** A node that had not heard of the round when it began to write has heard of it by then. */
    private static final Duration UNHEARD = Duration.ofMinutes(1);

    private final DSLContext sql;
    private final DefinitionTable table;
    private final KnownDefinitions known;
    private final ObjectTypes types;
    private final Statements statements;
    private final Recalculation recalculation;

    AttributeRounds(
            DSLContext sql, DefinitionTable table, KnownDefinitions known, ObjectTypes types, Statements statements, Recalculation recalculation) {
        this.sql = sql;
        this.table = table;
        this.known = known;
        this.types = types;
        this.statements = statements;
        this.recalculation = recalculation;
    }

    Set<UUID> tenants(Instant before) {
        return AcrossTenants.call("attributes of all companies are kept alike", () -> {
            Set<UUID> tenants = new HashSet<>();
            tenants.addAll(sql.selectDistinct(DefinitionTable.TENANT).from(DefinitionTable.TABLE).where(isUnfinished()).fetchSet(DefinitionTable.TENANT));
            tenants.addAll(sql.selectDistinct(DefinitionTable.TENANT).from(DefinitionTable.TABLE).where(isRemoved(before)).fetchSet(DefinitionTable.TENANT));
            return tenants;
        });
    }

    List<UUID> unfinished() {
        return ids(isUnfinished());
    }

    List<UUID> removed(Instant before) {
        return ids(isRemoved(before));
    }

    private List<UUID> ids(Condition which) {
        return sql.select(DefinitionTable.ID).from(DefinitionTable.TABLE).where(Tables.ofTenant("a")).and(which)
                .orderBy(DefinitionTable.ID).limit(PIECE).fetch(DefinitionTable.ID);
    }

    /** As the indexes of the table say it. */
    private static Condition isUnfinished() {
        return org.jooq.impl.DSL.condition(DefinitionTable.FILTERABLE).and(org.jooq.impl.DSL.condition(DefinitionTable.INDEXED).not()).and(DefinitionTable.REMOVED.isNull());
    }

    private static Condition isRemoved(Instant before) {
        return DefinitionTable.REMOVED.lt(Tables.bound(before)).and(DefinitionTable.ERASED.isNull());
    }

    /**
     * Puts the values of more records where they are looked up.
     *
     * @return whether there may be more
     */
    boolean fill(UUID id) {
        Record row = lock(id, isUnfinished());
        AttributeDefinition definition = row == null ? null : table.read(row).definition();
        ObjectType type = definition == null ? null : types.byName(definition.object());
        // Of an object that was removed there is nothing to go through until it is brought back.
        if (row == null || definition == null || type == null || !type.isThere() || definition.keptIndex() == null && definition.calculation() == null) {
            return false;
        }
        Attribute<?> attribute = known.attribute(type, definition);
        UUID passed = row.get(DefinitionTable.PASSED);
        List<UUID> done = put(attribute, passed == null ? noCondition() : Tables.uuid("t", "id").gt(passed), PIECE);
        if (done.size() == PIECE) {
            note(id, done.getLast(), row.get(DefinitionTable.BEGAN) == null ? Tables.bound(Instant.now()) : row.get(DefinitionTable.BEGAN));
            return true;
        }
        return finish(attribute, id, row.get(DefinitionTable.BEGAN));
    }

    /** What was changed meanwhile by whoever had not heard of the round. */
    private boolean finish(Attribute<?> attribute, UUID id, @Nullable OffsetDateTime began) {
        OffsetDateTime since = (began == null ? Tables.bound(Instant.now()) : began).minus(UNHEARD);
        List<UUID> changed = put(attribute, Tables.alive("t").and(Tables.time("t", "updated_at").ge(since)), MOST_CHANGED);
        if (changed.size() == MOST_CHANGED) {
            note(id, null, null);
            return true;
        }
        sql.update(DefinitionTable.TABLE)
                .set(column("indexed", SQLDataType.BOOLEAN), true)
                .where(Tables.ofTenant("a"))
                .and(DefinitionTable.ID.eq(id))
                .execute();
        note(id, null, null);
        known.changed();
        return false;
    }

    /** The records are locked meanwhile, so that none changes in between. */
    private List<UUID> put(Attribute<?> attribute, Condition which, int most) {
        return attribute.calculation() == null ? lookedUp(attribute, which, most) : calculated(attribute, which, most);
    }

    private List<UUID> calculated(Attribute<?> attribute, Condition which, int most) {
        var id = Tables.uuid("t", "id");
        List<UUID> ids = sql.select(id)
                .from(Tables.of(attribute.object(), "t"))
                .where(Tables.ofTenant("t"))
                .and(which)
                .orderBy(id)
                .limit(most)
                .fetch(id);
        recalculation.settle(attribute, ids);
        return lookedUp(attribute, Tables.among(id, ids.toArray(UUID[]::new)), most);
    }

    private List<UUID> lookedUp(Attribute<?> attribute, Condition which, int most) {
        ObjectType type = attribute.object();
        var reader = new Reader(type, List.of(type.id, attribute));
        List<Row> rows = reader.fetch(sql.select(reader.fields("t"))
                .from(Tables.rows(type, "t"))
                .where(Tables.ofTenant(type, "t"))
                .and(which)
                .orderBy(Tables.uuid("t", "id"))
                .limit(most)
                .forShare());
        var lookups = new Lookups();
        List<UUID> ids = rows.stream().map(row -> Objects.requireNonNull(row.get(type.id))).toList();
        rows.forEach(row -> put(row, attribute, lookups));
        statements.execute(lookups.changes());
        return ids;
    }

    private static <T> void put(Row row, Attribute<T> attribute, Lookups lookups) {
        lookups.put(attribute, Objects.requireNonNull(row.get(row.type().id)), row.get(attribute));
    }

    /**
     * Takes the values of more records away.
     *
     * @return whether there may be more
     */
    boolean erase(UUID id, Instant before) {
        Record row = lock(id, isRemoved(before));
        AttributeDefinition definition = row == null ? null : table.read(row).definition();
        ObjectType type = definition == null ? null : types.byName(definition.object());
        if (row == null || definition == null || type == null || !type.isThere()) {
            return false;
        }
        Attribute<?> attribute = known.attribute(type, definition);
        List<UUID> passed = next(type, row.get(DefinitionTable.PASSED));
        empty(attribute, definition, passed);
        if (passed.size() == PIECE) {
            note(id, passed.getLast(), null);
            return true;
        }
        forget(attribute, definition);
        return false;
    }

    private List<UUID> next(ObjectType type, @Nullable UUID passed) {
        var id = Tables.uuid("t", "id");
        return sql.select(id)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(passed == null ? noCondition() : id.gt(passed))
                .orderBy(id)
                .limit(PIECE)
                .fetch(id);
    }

    private void empty(Attribute<?> attribute, AttributeDefinition definition, List<UUID> records) {
        UUID[] ids = records.toArray(UUID[]::new);
        sql.update(Tables.rows(attribute.object(), "t"))
                .set(Assigned.nothing("t", attribute))
                .where(Tables.ofTenant(attribute.object(), "t"))
                .and(Tables.among(Tables.uuid("t", "id"), ids))
                .and(Assigned.isKept("t", attribute))
                .execute();
        List.of("record_file_version", "record_file").forEach(files -> sql.deleteFrom(Tables.of(files, "f"))
                .where(Tables.ofTenant("f"))
                .and(Tables.among(Tables.uuid("f", "record_id"), ids))
                .and(Tables.text("f", "attribute").eq(attribute.name()))
                .execute());
        ValueIndex.Kind kind = definition.kind().index();
        if (kind != null) {
            sql.deleteFrom(Tables.of(kind.table(), "v"))
                    .where(Tables.ofTenant("v"))
                    .and(Tables.uuid("v", "attribute").eq(definition.id()))
                    .and(Tables.among(Tables.uuid("v", "record_id"), ids))
                    .execute();
        }
    }

    private void forget(Attribute<?> attribute, AttributeDefinition definition) {
        sql.deleteFrom(Tables.of("choice", "c"))
                .where(Tables.ofTenant("c"))
                .and(Tables.text("c", "attribute").eq(attribute.toString()))
                .execute();
        sql.deleteFrom(Tables.of("choice_list", "l"))
                .where(Tables.ofTenant("l"))
                .and(Tables.text("l", "attribute").eq(attribute.toString()))
                .execute();
        sql.update(DefinitionTable.TABLE)
                .set(column("erased_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()))
                .where(Tables.ofTenant("a"))
                .and(DefinitionTable.ID.eq(definition.id()))
                .execute();
    }

    private @Nullable Record lock(UUID id, Condition due) {
        return sql.select().from(DefinitionTable.TABLE).where(Tables.ofTenant("a")).and(DefinitionTable.ID.eq(id)).and(due).forUpdate().fetchOne();
    }

    private void note(UUID id, @Nullable UUID passed, @Nullable OffsetDateTime began) {
        sql.update(DefinitionTable.TABLE)
                .set(column("passed", SQLDataType.UUID), passed)
                .set(column("round_began_at", SQLDataType.TIMESTAMPWITHTIMEZONE), began)
                .where(Tables.ofTenant("a"))
                .and(DefinitionTable.ID.eq(id))
                .execute();
    }
}
