package io.keyuan.engine.expression;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;

/**
 * A value of the row as SQL compares it.
 *
 * @param plain the value, null where there is none
 * @param indexed the same as indexes have it: with the lowest value of the type instead of null
 * @param nullable whether plain may be null
 */
record Term(Field<Object> plain, Field<Object> indexed, boolean nullable) {

    Truth compare(Operator operator, Object value) {
        Condition contrary = operator.contrary().apply(plain, value);
        if (!nullable) {
            return new Truth(operator.apply(plain, value), contrary);
        }
        Condition holds = operator.apply(indexed, value);
        return new Truth(operator.admitsLowest() ? holds.and(plain.isNotNull()) : holds, contrary.or(plain.isNull()));
    }

    Truth equalTo(Object value) {
        return new Truth(indexed.eq(value), nullable ? plain.isDistinctFrom(value) : plain.ne(value));
    }

    Truth oneOf(List<?> values) {
        if (values.isEmpty()) {
            return Truth.always(false);
        }
        if (values.size() == 1) {
            return equalTo(values.getFirst());
        }
        Condition other = plain.notIn(values);
        return new Truth(indexed.in(values), nullable ? other.or(plain.isNull()) : other);
    }

    /** Converted before it is compared: exact for any value, though by no index. */
    Term as(DataType<?> type) {
        @SuppressWarnings("unchecked")
        var cast = (Field<Object>) plain.cast(type);
        return new Term(cast, cast, nullable);
    }
}
