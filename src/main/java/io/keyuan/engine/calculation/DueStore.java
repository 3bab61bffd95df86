package io.keyuan.engine.calculation;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.sql.IndexedValues;
import io.keyuan.engine.sql.Tables;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Records whose change others follow, and how many of those have followed: of the current caller's company where nothing else is said. */
@Repository
class DueStore {

    /** So many records are worked out in one transaction. */
    static final int PIECE = 1_000;

    private static final String LOCK = "calculations of ";
    private static final Table<Record> TABLE = Tables.of("calculation_due", "d");
    private static final Field<UUID> TENANT = Tables.uuid("d", "tenant_id");
    private static final Field<UUID> ID = Tables.uuid("d", "id");
    private static final Field<String> OBJECT = Tables.text("d", "object");
    private static final Field<String> ATTRIBUTE = Tables.text("d", "attribute");
    private static final Field<String> WAY = Tables.text("d", "way");
    private static final Field<UUID> RECORD = Tables.uuid("d", "record_id");
    private static final Field<@Nullable UUID> PASSED = Tables.uuid("d", "passed");

    private final DSLContext sql;
    private final ObjectTypes types;

    DueStore(DSLContext sql, ObjectTypes types) {
        this.sql = sql;
        this.types = types;
    }

    /**
     * One record that others follow.
     *
     * @param way the references, by their names with dots between, that lead from those to it
     * @param passed the last of them that has followed; null for none
     */
    record Due(UUID id, String object, String attribute, String way, UUID record, @Nullable UUID passed) {}

    Set<UUID> tenants() {
        return AcrossTenants.call(
                "what is calculated follows alike in all companies", () -> sql.selectDistinct(TENANT).from(TABLE).fetchSet(TENANT));
    }

    /**
     * Written down beside what is there: nobody who changes a record waits for whoever follows an earlier change.
     *
     * @param references that lead from those who follow to the records
     */
    void add(Attribute<?> attribute, List<Attribute<?>> references, Collection<UUID> records) {
        String way = references.stream().map(Attribute::name).collect(Collectors.joining("."));
        var insert = sql.insertInto(table(name("calculation_due")), bare(TENANT), bare(ID), bare(OBJECT), bare(ATTRIBUTE), bare(WAY), bare(RECORD));
        insert.valuesOfRows(records.stream()
                        .sorted()
                        .map(record -> row(Caller.current().tenant(), Ids.next(), attribute.object().name(), attribute.name(), way, record))
                        .toList())
                .execute();
    }

    /** The oldest; null where there is none, or another node is at them. Until the transaction ends no other node is. */
    @Nullable Due next() {
        Field<Long> key = function(name("hashtextextended"), SQLDataType.BIGINT, val(LOCK + Caller.current().tenant()), val(0L));
        Boolean alone = sql.select(function(name("pg_try_advisory_xact_lock"), SQLDataType.BOOLEAN, key)).fetchOne(0, Boolean.class);
        return !Boolean.TRUE.equals(alone) ? null : sql.select(ID, OBJECT, ATTRIBUTE, WAY, RECORD, PASSED)
                .from(TABLE)
                .where(Tables.ofTenant("d"))
                .orderBy(ID)
                .limit(1)
                .fetchOne(row -> new Due(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    /** Of an object, by the names of their attributes, those of which some records have not followed yet. */
    Set<String> unsettled(ObjectType type) {
        return sql.selectDistinct(ATTRIBUTE).from(TABLE).where(Tables.ofTenant("d")).and(OBJECT.eq(type.name())).fetchSet(ATTRIBUTE);
    }

    /** Waits until everybody who was about to point to the record has done so. */
    void awaitPointers(Due one) {
        ObjectType type = types.byName(one.object());
        Attribute<?> last = type == null ? null : last(type, one);
        ObjectType target = last == null ? null : types.target(last);
        if (target != null) {
            sql.select(Tables.uuid("t", "id")).from(Tables.rows(target, "t")).where(Tables.ofTenant(target, "t")).and(Tables.uuid("t", "id").eq(one.record()))
                    .forUpdate().fetch();
        }
    }

    private @Nullable Attribute<?> last(ObjectType type, Due one) {
        ObjectType at = type;
        Attribute<?> reference = null;
        for (String step : one.way().split("\\.", -1)) {
            reference = at == null ? null : at.find(step);
            at = reference == null ? null : types.target(reference);
        }
        return reference;
    }

    /** The next records that point to it, over however many others. */
    List<UUID> followers(ObjectType type, Due one) {
        Field<UUID> id = Tables.uuid("t", "id");
        return sql.select(id)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(one.passed() == null ? noCondition() : id.gt(one.passed()))
                .and(pointsTo(type, "t", List.of(one.way().split("\\.", -1)), one.record()))
                .orderBy(id)
                .limit(PIECE)
                .fetch(id);
    }

    private Condition pointsTo(ObjectType type, String alias, List<String> way, UUID record) {
        Attribute<?> reference = Objects.requireNonNull(type.find(way.getFirst()));
        if (way.size() == 1) {
            return IndexedValues.pointsTo(alias, reference, new UUID[] {record});
        }
        ObjectType target = Objects.requireNonNull(types.target(reference));
        String next = alias + "n";
        return Tables.reference(alias, reference).in(select(Tables.uuid(next, "id"))
                .from(Tables.of(target, next))
                .where(Tables.ofTenant(next))
                .and(pointsTo(target, next, way.subList(1, way.size()), record)));
    }

    void passed(Due one, UUID last) {
        sql.update(TABLE).set(bare(PASSED), last).where(is(one)).execute();
    }

    void done(Due one) {
        sql.deleteFrom(TABLE).where(is(one)).execute();
    }

    private static Condition is(Due one) {
        return Tables.ofTenant("d").and(ID.eq(one.id()));
    }

    private static <T> Field<T> bare(Field<T> field) {
        return field(name(field.getName()), field.getDataType());
    }
}
