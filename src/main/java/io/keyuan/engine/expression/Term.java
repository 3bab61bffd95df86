package io.keyuan.engine.expression;

import static org.jooq.impl.DSL.or;

import io.keyuan.engine.text.KeyRange;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;

/**
 * A value of the row as SQL compares it.
 *
 * @param plain the value, null where there is none
 * @param indexed the same where indexes have it: with the lowest value of the type instead of null
 * @param nullable whether plain may be null
 */
record Term(Field<Object> plain, Lookup indexed, boolean nullable) {

    /** Where values stand that an index has. */
    @FunctionalInterface
    interface Lookup {

        /** Whether the value meets a test. */
        Condition where(Function<Field<Object>, Condition> test);

        /** In the row itself. */
        static Lookup in(Field<Object> field) {
            return test -> test.apply(field);
        }
    }

    Truth compare(Operator operator, Object value) {
        Condition contrary = operator.contrary().apply(plain, value);
        if (!nullable) {
            return new Truth(operator.apply(plain, value), contrary);
        }
        Condition holds = indexed.where(field -> operator.apply(field, value));
        return new Truth(operator.admitsLowest() ? holds.and(plain.isNotNull()) : holds, contrary.or(plain.isNull()));
    }

    Truth equalTo(Object value) {
        return new Truth(indexed.where(field -> field.eq(value)), nullable ? plain.isDistinctFrom(value) : plain.ne(value));
    }

    Truth oneOf(List<?> values) {
        if (values.isEmpty()) {
            return Truth.always(false);
        }
        if (values.size() == 1) {
            return equalTo(values.getFirst());
        }
        Condition other = plain.notIn(values);
        return new Truth(indexed.where(field -> field.in(values)), nullable ? other.or(plain.isNull()) : other);
    }

    /** Of keys in the order of bytes: whether it is within one of these. */
    Condition within(List<KeyRange> ranges) {
        return indexed.where(field -> or(ranges.stream().map(range -> field.ge(range.from()).and(field.lt((Object) range.before()))).toList()));
    }

    /** Converted before it is compared: exact for any value, though by no index. */
    Term as(DataType<?> type) {
        @SuppressWarnings("unchecked")
        var cast = (Field<Object>) plain.cast(type);
        return new Term(cast, Lookup.in(cast), nullable);
    }
}
