package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ValueIndex;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.modulith.NamedInterface;

/**
 * The rows in which values of an attribute are looked up. Tenant and attribute stand in the statement itself, so that the planner
 * knows how many rows of a table that holds many attributes are this one's.
 */
@NamedInterface("tables")
public final class IndexedValues {

    private IndexedValues() {}

    public static Table<Record> of(ValueIndex index, String alias) {
        return Tables.of(index.kind().table(), alias);
    }

    /** Which rows are of the tenant, the attribute and the record. */
    public static Condition ofRecord(ValueIndex index, String alias, Field<UUID> record) {
        return Tables.ofTenant(alias)
                .and(Tables.uuid(alias, "attribute").eq(inline(index.attribute())))
                .and(record(alias).eq(record));
    }

    public static Field<UUID> record(String alias) {
        return Tables.uuid(alias, "record_id");
    }

    /** Never null: the lowest value of its kind for none. */
    public static Field<?> value(ValueIndex index, String alias) {
        return Tables.column(alias, index.kind().value());
    }

    /** Which rows point to one of these records, by whatever index there is. */
    public static Condition pointsTo(String alias, Attribute<?> reference, UUID[] records) {
        ValueIndex index = reference.index();
        Field<UUID> column = Tables.reference(alias, reference);
        return index == null
                ? Tables.among(column, records)
                : meets(index, alias + "_i", Tables.uuid(alias, "id"), value -> value.in((Object[]) records)).and(Tables.among(column, records));
    }

    /** The same of the record of a statement around this one. */
    public static Condition pointsTo(String alias, Attribute<?> reference, Field<UUID> record) {
        ValueIndex index = reference.index();
        Field<UUID> column = Tables.reference(alias, reference);
        return index == null
                ? column.eq(record)
                : meets(index, alias + "_i", Tables.uuid(alias, "id"), value -> value.eq(record.coerce(Object.class))).and(column.eq(record));
    }

    /** Whether the value of a record meets a test. */
    @SuppressWarnings("unchecked")
    public static Condition meets(ValueIndex index, String alias, Field<UUID> record, Function<Field<Object>, Condition> test) {
        return exists(selectOne()
                .from(of(index, alias))
                .where(ofRecord(index, alias, record))
                .and(test.apply((Field<Object>) value(index, alias))));
    }
}
