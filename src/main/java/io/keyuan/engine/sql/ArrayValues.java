package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Arrays of PostgreSQL: columns that hold several values, and many values that go with one statement. */
public final class ArrayValues {

    private ArrayValues() {}

    /**
     * Whether the array holds one of these, in words that an index on arrays understands; unknown where there is none.
     *
     * @param values at least one
     */
    public static Condition holdsOne(Field<String[]> array, Collection<String> values) {
        Field<String[]> asked = cast(val(values.stream().sorted().toArray(String[]::new)), SQLDataType.CLOB.array());
        return values.size() == 1 ? condition("{0} @> {1}", array, asked) : condition("{0} && {1}", array, asked);
    }

    /** A row for each of the values, of what selects it, and one without a value where there is none. */
    public static Field<String> each(Field<?> array) {
        return field("unnest(coalesce({0}, array[null]::text[]))", SQLDataType.CLOB, array);
    }

    /** A row for each of the numbers. */
    public static Field<Long> each(Long[] numbers) {
        return field("unnest({0})", SQLDataType.BIGINT, val(numbers));
    }

    /** Whether the two are one of these pairs; the arrays are of one length. */
    public static Condition amongPairs(Field<UUID> one, Field<UUID> other, UUID[] ones, UUID[] others) {
        return condition("({0}, {1}) in (select * from unnest({2}::uuid[], {3}::uuid[]))", one, other, val(ones), val(others));
    }

    /** What stands beside the key; the arrays are of one length, no key twice. */
    public static Field<Long> beside(Field<UUID> key, UUID[] keys, Long[] values) {
        return field(
                "(select u.value from unnest({0}::uuid[], {1}::bigint[]) as u(key, value) where u.key = {2})",
                SQLDataType.BIGINT, val(keys), val(values), key);
    }
}
