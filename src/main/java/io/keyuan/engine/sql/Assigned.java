package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Column;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;

/** What an update of an object's table sets so that a part of a value is something else, wherever it is kept. */
public final class Assigned {

    private Assigned() {}

    /** By the column that is set. */
    public static Map<Field<?>, Field<?>> of(String alias, Column column, Field<?> value) {
        return Map.of(field(name(column.stored().name())), column.document() == null ? value : member(alias, column, value));
    }

    /** A member that is nothing is none. */
    private static Field<JSONB> member(String alias, Column column, Field<?> value) {
        return field(
                "jsonb_strip_nulls(coalesce({0}, '{}') || jsonb_build_object({1}::text, ({2})::text))",
                SQLDataType.JSONB, Tables.json(alias, column.stored().name()), inline(column.name()), value);
    }

    /** That rows have no value of an attribute any more that is a reference or is kept in a document. */
    public static Map<Field<?>, Field<?>> nothing(String alias, Attribute<?> attribute) {
        Column first = attribute.columns().getFirst();
        return first.document() == null
                ? Map.of(field(name(first.name())), Tables.nothing(first))
                : Map.of(field(name(first.stored().name())), without(alias, attribute));
    }

    private static Field<JSONB> without(String alias, Attribute<?> attribute) {
        return field("{0} - {1}::text[]", SQLDataType.JSONB, Tables.json(alias, attribute.columns().getFirst().stored().name()), val(members(attribute)));
    }

    /** Which rows keep anything of an attribute that is kept in a document. */
    public static Condition isKept(String alias, Attribute<?> attribute) {
        return condition(
                "jsonb_exists_any({0}, {1}::text[])", Tables.json(alias, attribute.columns().getFirst().stored().name()), val(members(attribute)));
    }

    private static String[] members(Attribute<?> attribute) {
        return attribute.columns().stream().map(Column::name).toArray(String[]::new);
    }
}
