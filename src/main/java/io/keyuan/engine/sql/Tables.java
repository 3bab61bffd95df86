package io.keyuan.engine.sql;

import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Column;
import io.keyuan.engine.ObjectType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.modulith.NamedInterface;

/** Tables and columns as jOOQ wants to know them, made from definitions. */
@NamedInterface("tables")
public final class Tables {

    private static final Map<String, DataType<?>> TYPES = Map.of(
            "text", SQLDataType.CLOB,
            "uuid", SQLDataType.UUID,
            "bigint", SQLDataType.BIGINT,
            "numeric", SQLDataType.NUMERIC,
            "boolean", SQLDataType.BOOLEAN,
            "date", SQLDataType.LOCALDATE,
            "timestamptz", SQLDataType.TIMESTAMPWITHTIMEZONE,
            "jsonb", SQLDataType.JSONB,
            "text[]", SQLDataType.CLOB.array());

    /** In tables that objects share: whose record a row is. */
    static final Column PART = new Column("object_id", "uuid", false, "");

    private static final String SHARED = "shared";

    private Tables() {}

    /**
     * The object's records under an alias: its table, or those rows of a shared table that are the object's. That stands in a query of its
     * own, which PostgreSQL draws up into the statement around it, so that the indexes serve it as they serve a table. Not for statements
     * that change or lock rows: see {@link #rows}.
     */
    public static Table<Record> of(ObjectType type, String alias) {
        return type.part() == null
                ? of(type.table(), alias)
                : table(select(asterisk()).from(of(type.table(), SHARED)).where(ofTenant(type, SHARED))).as(name(alias));
    }

    /**
     * The table that holds the object's records, for statements that change or lock rows, which a query of its own would hinder: they say
     * {@link #ofTenant(ObjectType, String)}, and the guard refuses them otherwise.
     */
    public static Table<Record> rows(ObjectType type, String alias) {
        return of(type.table(), alias);
    }

    /** Which rows of the object's table are its records; of an object that was removed none is. */
    private static Condition isOf(ObjectType type, String alias) {
        UUID part = type.part();
        return part == null ? noCondition() : type.isThere() ? uuid(alias, PART.name()).eq(val(part)) : uuid(alias, PART.name()).eq(val(part)).and(falseCondition());
    }

    public static Table<Record> of(String table, String alias) {
        return table(name(table)).as(name(alias));
    }

    /** What a statement says for it: the column, or the member of its document, read as what it is. */
    public static Field<?> column(String alias, Column column) {
        DataType<?> type = TYPES.get(column.sqlType());
        return column.document() == null
                ? field(name(alias, column.name()), type)
                : field("({0} ->> {1})::" + column.sqlType(), type, json(alias, column.document()), inline(column.name()));
    }

    /** The first column of an attribute: the one that holds what people call its value. */
    public static Field<?> column(String alias, Attribute<?> attribute) {
        return column(alias, attribute.columns().getFirst());
    }

    static Field<?> nothing(Column column) {
        return org.jooq.impl.DSL.castNull(TYPES.get(column.sqlType()));
    }

    /** The ids that a reference points to. */
    @SuppressWarnings("unchecked")
    public static Field<UUID> reference(String alias, Attribute<?> reference) {
        return (Field<UUID>) column(alias, reference);
    }

    /** The first column of an attribute whose value is text or stands as text: titles, codes. */
    @SuppressWarnings("unchecked")
    public static Field<String> words(String alias, Attribute<?> attribute) {
        return (Field<String>) column(alias, attribute);
    }

    public static Field<UUID> uuid(String alias, String column) {
        return field(name(alias, column), SQLDataType.UUID);
    }

    public static Field<String> text(String alias, String column) {
        return field(name(alias, column), SQLDataType.CLOB);
    }

    public static Field<Long> number(String alias, String column) {
        return field(name(alias, column), SQLDataType.BIGINT);
    }

    public static Field<BigDecimal> decimal(String alias, String column) {
        return field(name(alias, column), SQLDataType.NUMERIC);
    }

    public static Field<OffsetDateTime> time(String alias, String column) {
        return field(name(alias, column), SQLDataType.TIMESTAMPWITHTIMEZONE);
    }

    public static Field<LocalDate> date(String alias, String column) {
        return field(name(alias, column), SQLDataType.LOCALDATE);
    }

    public static Field<JSONB> json(String alias, String column) {
        return field(name(alias, column), SQLDataType.JSONB);
    }

    /**
     * Whether the column has one of these values. One is compared by itself: of an array PostgreSQL does not know how long
     * it is, and so makes a new plan for each.
     *
     * @param values at least one, none twice
     */
    public static <T> Condition among(Field<T> column, T[] values) {
        return values.length == 1 ? column.eq(val(values[0], column)) : column.eq(any(values));
    }

    /**
     * Whether the column has one of these values, which stand in the statement itself: a plan made for values it does not know
     * takes ten of them for granted, be there one or a thousand.
     *
     * @param values at least one
     */
    public static Condition amongNamed(Field<UUID> column, Set<UUID> values) {
        return values.size() == 1 ? column.eq(inline(values.iterator().next())) : column.eq(any(literal(values.stream().map(UUID::toString).sorted())));
    }

    /** These values as rows, no more than so many of the greatest; for the ids of records, the newest. */
    public static Select<Record1<UUID>> named(Field<UUID> column, Set<UUID> values, int most) {
        Stream<String> greatest = values.stream().map(UUID::toString).sorted(Comparator.reverseOrder()).limit(most);
        return select(elements(literal(greatest)).as(column.getName()));
    }

    /** The elements of an array, each as a row of what selects them. */
    public static Field<UUID> elements(Field<UUID[]> array) {
        return field("unnest({0})", SQLDataType.UUID, array);
    }

    /** The same of texts. */
    public static Field<String> wordsOf(Field<String[]> array) {
        return field("unnest({0})", SQLDataType.CLOB, array);
    }

    /** One text that PostgreSQL reads at once: of an array of constants it reads each as an expression, 6 ms for 900 of them. */
    private static Field<UUID[]> literal(Stream<String> values) {
        return inline(values.collect(joining(",", "{", "}"))).cast(UUID[].class);
    }

    /** Every statement on a tenant's table says this of each alias; the guard refuses it otherwise. */
    public static Condition ofTenant(String alias) {
        return uuid(alias, "tenant_id").eq(val(Caller.current().tenant()));
    }

    /** The same of {@link #rows} of an object: those of the tenant that are its records. */
    public static Condition ofTenant(ObjectType type, String alias) {
        return ofTenant(alias).and(isOf(type, alias));
    }

    public static Condition alive(String alias) {
        return time(alias, "deleted_at").isNull();
    }

    /** A moment as the driver binds it. */
    public static OffsetDateTime bound(Instant time) {
        return time.atOffset(java.time.ZoneOffset.UTC);
    }
}
