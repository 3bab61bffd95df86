package io.keyuan.engine.expression;

import static io.keyuan.engine.expression.Operator.AT_LEAST;
import static io.keyuan.engine.expression.Operator.LESS;
import static org.jooq.impl.DSL.not;

import io.keyuan.engine.ExpressionKind;
import io.keyuan.engine.Problem;
import io.keyuan.engine.expression.Operand.Listed;
import io.keyuan.engine.expression.Operand.Literal;
import io.keyuan.engine.sql.ArrayValues;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.text.KeyRange;
import io.keyuan.engine.text.SortKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Tests that compare an attribute with values, or with another attribute. */
final class Comparisons {

    private final Conversion conversion;
    private final Parsed parsed;

    Comparisons(Conversion conversion, Parsed parsed) {
        this.conversion = conversion;
        this.parsed = parsed;
    }

    // ---- less and greater ----

    Truth compare(Operator operator, Path path, Literal literal) {
        if (!path.isOrdered() || literal.value() == null) {
            throw wrongTypes(path);
        }
        Object value = conversion.value(path, literal);
        return path.place().seenFromRow(compare(operator, path, value));
    }

    private Truth compare(Operator operator, Path path, Object value) {
        return switch (value) {
            case LocalDate day when path.kind() == ExpressionKind.TIME -> compareDay(operator, path.term(), day);
            case String text when path.isKeyed() -> path.key().compare(operator, SortKey.of(text));
            case BigDecimal number when path.isWholeNumber() && !isLong(number) ->
                path.term().as(SQLDataType.NUMERIC).compare(operator, number);
            default -> path.term().compare(operator, bound(path, value));
        };
    }

    /** A time is compared with a day as the day it falls on in the tenant's zone. */
    private Truth compareDay(Operator operator, Term time, LocalDate day) {
        return switch (operator) {
            case LESS, AT_LEAST -> time.compare(operator, start(day));
            case AT_MOST -> time.compare(LESS, start(day.plusDays(1)));
            case GREATER -> time.compare(AT_LEAST, start(day.plusDays(1)));
        };
    }

    private Object start(LocalDate day) {
        return Tables.bound(conversion.moments().start(day));
    }

    Truth compare(Operator operator, Path left, Path right) {
        if (left.kind() != right.kind() || !left.isOrdered() || !right.isOrdered()) {
            throw wrongTypes(right);
        }
        return seenFromRow(left, right, Truth.unsure(operator.apply(ordered(left), ordered(right))));
    }

    private static Field<Object> ordered(Path path) {
        return path.isKeyed() ? path.key().plain() : path.term().plain();
    }

    private static Truth seenFromRow(Path left, Path right, Truth test) {
        return left.place().seenFromRow(right.place().seenFromRow(test));
    }

    // ---- equality ----

    Truth equal(Path path, Literal literal) {
        return literal.value() == null ? present(path).negated() : in(path, new Listed(List.of(literal), literal.node()));
    }

    Truth equal(Path left, Path right) {
        boolean meaning = left.part() == Path.Part.MEANING || right.part() == Path.Part.MEANING;
        if (meaning || left.kind() != right.kind()) {
            throw wrongTypes(right);
        }
        var same = left.term().plain().isNotDistinctFrom(right.term().plain());
        return seenFromRow(left, right, Truth.known(same));
    }

    Truth in(Path path, Listed list) {
        if (path.part() == Path.Part.MEANING) {
            var codes = list.items().stream().flatMap(literal -> conversion.codesMeaning(path, literal).stream()).toList();
            return path.place().seenFromRow(path.term().oneOf(codes));
        }
        var values = list.items().stream().map(literal -> conversion.value(path, literal)).toList();
        return path.place().seenFromRow(oneOf(path, values));
    }

    private Truth oneOf(Path path, List<?> values) {
        return switch (path.kind()) {
            case TIME -> values.stream().map(value -> isAt(path, value)).reduce(Truth::or).orElse(Truth.always(false));
            case TEXT -> path.isKeyed() ? keyed(path, values) : located(path, values, path.keys(values));
            case NUMBER -> path.term().oneOf(path.isWholeNumber() ? longs(values) : values);
            default -> path.term().oneOf(values);
        };
    }

    /** No other value can be in a column of whole numbers. */
    private static List<Long> longs(List<?> values) {
        return values.stream()
                .map(BigDecimal.class::cast)
                .filter(Comparisons::isLong)
                .map(BigDecimal::longValueExact)
                .toList();
    }

    private Truth isAt(Path path, Object value) {
        Term time = path.term();
        return value instanceof LocalDate day
                ? time.compare(AT_LEAST, start(day)).and(time.compare(LESS, start(day.plusDays(1))))
                : time.equalTo(bound(path, value));
    }

    /** Different texts may share a key: it only finds the rows quickly. */
    private static Truth keyed(Path path, List<?> values) {
        Truth exact = path.term().oneOf(values);
        Truth found = path.key().oneOf(values.stream().map(text -> SortKey.of((String) text)).toList());
        return new Truth(found.holds().and(exact.holds()), exact.fails());
    }

    /** Of a part of a value, where the keys of such values are: they only find the rows quickly. */
    private static Truth located(Path path, List<?> values, List<KeyRange> keys) {
        Truth exact = path.term().oneOf(values);
        return keys.isEmpty() ? exact : new Truth(path.key().within(keys).and(exact.holds()), exact.fails());
    }

    /** Of choices that are several, whether one of these is among them; in words that an index on the whole array understands. */
    Truth holdsOne(Path path, Collection<String> codes) {
        if (codes.isEmpty()) {
            return Truth.always(false);
        }
        Field<String[]> held = path.several();
        var holds = ArrayValues.holdsOne(held, codes);
        return path.place().seenFromRow(new Truth(holds, not(holds).or(held.isNull())));
    }

    /** {@code 'vip' in tags} */
    Truth holdsOne(Path path, Literal literal) {
        if (path.kind() != ExpressionKind.CHOICES) {
            throw wrongTypes(path);
        }
        return holdsOne(path, List.of(conversion.code(path, literal)));
    }

    Truth present(Path path) {
        if (path.part() != Path.Part.WHOLE && path.part() != Path.Part.MEMBER) {
            throw wrongTypes(path);
        }
        var present = path.present();
        return path.place().seenFromRow(new Truth(present.isNotNull(), present.isNull()));
    }

    // ---- text ----

    /** @param pattern of LIKE, escaped by backslashes */
    Truth matches(Path path, String pattern) {
        if (path.kind() != ExpressionKind.TEXT && path.kind() != ExpressionKind.ADDRESS) {
            throw wrongTypes(path);
        }
        Field<Object> text = path.term().plain();
        var other = text.notLikeIgnoreCase(pattern);
        return path.place().seenFromRow(new Truth(text.likeIgnoreCase(pattern), other.or(text.isNull())));
    }

    // ---- values as the driver binds them ----

    private static Object bound(Path path, Object value) {
        return switch (value) {
            case Instant time -> Tables.bound(time);
            case BigDecimal number when path.isWholeNumber() -> number.longValueExact();
            default -> value;
        };
    }

    /** Whether it is a whole number that a column of 64 bits may hold and that does not stand for null there. */
    private static boolean isLong(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    }

    private Problem wrongTypes(Path path) {
        return parsed.problem(path.node(), "wrong-types");
    }
}
