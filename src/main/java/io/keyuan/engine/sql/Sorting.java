package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.raw;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Column;
import io.keyuan.engine.MoneyType;
import java.util.List;
import org.jooq.Field;

/**
 * What lists sort by and ranges compare. Indexes are made on exactly these expressions; PostgreSQL uses an index on an
 * expression only for the same expression.
 */
public final class Sorting {

    private Sorting() {}

    /** Never null: the sort key of text, the worth of money in the base currency, otherwise the value; the lowest value for none. */
    public static Field<?> sortField(String alias, Attribute<?> attribute) {
        return isNullable(attribute) ? lowestForNull(alias, column(attribute)) : Tables.column(alias, column(attribute));
    }

    /** The column that the order goes by. */
    public static Column column(Attribute<?> attribute) {
        return attribute.type().sorted(attribute.columns());
    }

    /** Whether text has a sort key in a column of its own. */
    public static boolean isKeyed(Attribute<?> attribute) {
        return attribute.isKeyed();
    }

    /** Whether the {@linkplain #column column} may be null: money that must be given may still be of a currency without a rate. */
    public static boolean isNullable(Attribute<?> attribute) {
        return attribute.mayBeMissing() || attribute.type() instanceof MoneyType;
    }

    /** Several keys compared as one value: rows come in the same order, and no index on the keys serves it. */
    public static Field<?> together(List<? extends Field<?>> keys) {
        return field("row({0})", list(keys));
    }

    private static <T> Field<T> lowestForNull(String alias, Column column) {
        @SuppressWarnings("unchecked")
        var plain = (Field<T>) Tables.column(alias, column);
        // As text, not as a bind value: the planner compares it with the constant in the index.
        return coalesce(plain, field(raw(column.lowest()), plain.getDataType()));
    }
}
