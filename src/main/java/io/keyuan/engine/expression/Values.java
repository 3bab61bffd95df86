package io.keyuan.engine.expression;

import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trunc;
import static org.jooq.impl.DSL.val;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.keyuan.engine.ExpressionKind;
import io.keyuan.engine.Problem;
import io.keyuan.engine.expression.Operand.Literal;
import io.keyuan.engine.sql.Computed;
import io.keyuan.engine.sql.Tables;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Makes of an expression the value that it has for each row. Whatever is asked of nothing is nothing, but for pieces of text, which are
 * put together without what is missing; divided by zero is nothing too.
 */
final class Values {

    private static final Set<String> TESTS = Set.of(
            "_&&_", "_||_", "!_", "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_",
            "@in", "has", "contains", "startsWith", "endsWith");

    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_");
    private static final Set<String> CALCULATIONS = Set.of(
            "_?_:_", "_+_", "_-_", "_*_", "_/_", "_%_", "-_", "round", "abs", "min", "max", "string", "int", "orValue",
            "year", "month", "day", "addDays", "addMonths");

    private static final int MOST_DECIMALS = 10;
    private static final BigDecimal FURTHEST = BigDecimal.valueOf(100_000);

    /** So that products of products stay numbers that can be kept. */
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(40);

    private final Parsed parsed;
    private final Paths paths;
    private final Operands operands;
    private final Compilation tests;
    private final Bounds bounds;
    private final ZoneId zone;

    Values(Parsed parsed, Paths paths, Operands operands, Compilation tests, Bounds bounds, ZoneId zone) {
        this.parsed = parsed;
        this.paths = paths;
        this.operands = operands;
        this.tests = tests;
        this.bounds = bounds;
        this.zone = zone;
    }

    Calculated of(CelExpr node) {
        return bounds.within(node, () -> switch (node.getKind()) {
            case CONSTANT, LIST -> literal(operands.of(node));
            case IDENT, SELECT -> path(paths.resolve(node));
            case CALL -> call(node);
            default -> throw parsed.problem(node, "not-supported");
        });
    }

    // ---- what is there ----

    private Calculated literal(Operand operand) {
        if (!(operand instanceof Literal literal)) {
            throw parsed.problem(operand.node(), "wrong-types");
        }
        return switch (literal.value()) {
            case null -> new Calculated(inline((String) null), null);
            case BigDecimal number -> number(val(number, SQLDataType.NUMERIC));
            case String text -> text(val(text, SQLDataType.CLOB));
            case Boolean yes -> yesNo(condition(inline(yes)));
            case LocalDate date -> new Calculated(val(date, SQLDataType.LOCALDATE), ExpressionKind.DATE);
            case Instant time -> new Calculated(val(Tables.bound(time), SQLDataType.TIMESTAMPWITHTIMEZONE), ExpressionKind.TIME);
            default -> throw parsed.problem(operand.node(), "wrong-types");
        };
    }

    private Calculated path(Path path) {
        Field<?> there = path.term().plain();
        return switch (path.kind()) {
            case NUMBER, MONEY -> number(seenFromRow(path.place(), there.cast(SQLDataType.NUMERIC)));
            case TEXT, ADDRESS -> text(seenFromRow(path.place(), there.cast(SQLDataType.CLOB)));
            case DATE, TIME, YES_NO -> new Calculated(seenFromRow(path.place(), there), path.kind());
            case CHOICE, CHOICES, REFERENCE, ROWS -> throw parsed.problem(path.node(), "wrong-types");
        };
    }

    /** A record that is in the recycle bin has nothing to say. */
    private static <T> Field<T> seenFromRow(Place place, Field<T> there) {
        Place.Hop hop = place.hop();
        return hop == null
                ? there
                : seenFromRow(hop.from(), field(select(there)
                        .from(place.records().of(place.type(), place.alias()))
                        .where(place.records().there(place.alias()), hop.visible())
                        .and(Tables.uuid(place.alias(), "id").eq(hop.link()))));
    }

    // ---- what is made of it ----

    private Calculated call(CelExpr node) {
        String function = node.call().function();
        if (TESTS.contains(function)) {
            return yesNo(test(node));
        }
        List<CelExpr> args = node.call().args();
        return switch (function) {
            case "_?_:_" -> choice(node, args);
            case "_+_" -> plus(node, of(args.getFirst()), of(args.getLast()));
            case "_-_" -> minus(node, of(args.getFirst()), of(args.getLast()));
            case "_*_" -> numbers(args, Field::mul);
            case "_/_" -> numbers(args, (left, right) -> left.div(nullif(right, inline(BigDecimal.ZERO))));
            case "_%_" -> numbers(args, (left, right) -> left.mod(nullif(right, inline(BigDecimal.ZERO))));
            case "-_" -> number(number(args.getFirst()).neg());
            case "orValue" -> instead(node);
            case "date" -> args.size() == 1 && args.getFirst().getKind() != CelExpr.ExprKind.Kind.CONSTANT ? day(node) : constant(node);
            default -> named(node, function, args);
        };
    }

    private Calculated named(CelExpr node, String function, List<CelExpr> args) {
        return switch (function) {
            case "round" -> round(node, args);
            case "abs" -> number(abs(number(operands.onlyArgument(node))));
            case "int" -> number(trunc(number(operands.onlyArgument(node)), 0));
            case "min" -> numbers(two(node), (left, right) -> least(left, right));
            case "max" -> numbers(two(node), (left, right) -> greatest(left, right));
            case "string" -> string(operands.onlyArgument(node));
            case "year", "month", "day" -> number(Computed.part(function, date(operands.onlyArgument(node))));
            case "addDays" -> moved(two(node), "day");
            case "addMonths" -> moved(two(node), "month");
            default -> constant(node);
        };
    }

    /** Something whose value does not depend on the row, or the length of a text. */
    private Calculated constant(CelExpr node) {
        Operand operand = operands.of(node);
        return operand instanceof Path path ? path(path) : literal(operand);
    }

    private Calculated choice(CelExpr node, List<CelExpr> args) {
        Condition test = test(args.getFirst());
        Calculated yes = of(args.get(1));
        Calculated no = of(args.getLast());
        ExpressionKind kind = common(node, yes, no);
        return new Calculated(either(test, typed(yes, kind), typed(no, kind)), kind);
    }

    @SuppressWarnings("unchecked")
    private static Field<Object> either(Condition test, Field<?> yes, Field<?> no) {
        return case_().when(test, (Field<Object>) yes).otherwise((Field<Object>) no);
    }

    /** {@code discount.orValue(0)} */
    @SuppressWarnings("unchecked")
    private Calculated instead(CelExpr node) {
        CelExpr value = node.call().target().orElseThrow(() -> wrongArguments(node));
        if (node.call().args().size() != 1) {
            throw wrongArguments(node);
        }
        Calculated first = of(value);
        Calculated otherwise = of(node.call().args().getFirst());
        ExpressionKind kind = common(node, first, otherwise);
        return new Calculated(coalesce((Field<Object>) typed(first, kind), (Field<Object>) typed(otherwise, kind)), kind);
    }

    private @Nullable ExpressionKind common(CelExpr node, Calculated one, Calculated other) {
        if (one.kind() != null && other.kind() != null && one.kind() != other.kind()) {
            throw parsed.problem(node, "wrong-types");
        }
        return one.kind() == null ? other.kind() : one.kind();
    }

    /** Nothing has a type where it stands beside something. */
    private static Field<?> typed(Calculated value, @Nullable ExpressionKind kind) {
        return value.kind() != null || kind == null ? value.field() : value.field().cast((DataType<?>) switch (kind) {
            case NUMBER -> SQLDataType.NUMERIC;
            case DATE -> SQLDataType.LOCALDATE;
            case TIME -> SQLDataType.TIMESTAMPWITHTIMEZONE;
            case YES_NO -> SQLDataType.BOOLEAN;
            default -> SQLDataType.CLOB;
        });
    }

    private Calculated plus(CelExpr node, Calculated left, Calculated right) {
        if (left.kind() == ExpressionKind.TEXT && right.kind() == ExpressionKind.TEXT) {
            return text(coalesce(words(left), inline("")).concat(coalesce(words(right), inline(""))));
        }
        if (left.kind() == ExpressionKind.DATE && right.kind() == ExpressionKind.NUMBER) {
            return date(left, number(right), "day");
        }
        requireNumbers(node, left, right);
        return number(number(left).add(number(right)));
    }

    private Calculated minus(CelExpr node, Calculated left, Calculated right) {
        if (left.kind() == ExpressionKind.DATE && right.kind() == ExpressionKind.DATE) {
            return number(Computed.daysBetween(left.field(), right.field()));
        }
        if (left.kind() == ExpressionKind.TIME && right.kind() == ExpressionKind.TIME) {
            return number(Computed.daysBetweenTimes(left.field(), right.field()));
        }
        if (left.kind() == ExpressionKind.DATE && right.kind() == ExpressionKind.NUMBER) {
            return date(left, number(right).neg(), "day");
        }
        requireNumbers(node, left, right);
        return number(number(left).sub(number(right)));
    }

    private void requireNumbers(CelExpr node, Calculated left, Calculated right) {
        if (left.kind() != ExpressionKind.NUMBER || right.kind() != ExpressionKind.NUMBER) {
            throw parsed.problem(node, "wrong-types");
        }
    }

    private Calculated numbers(List<CelExpr> args, BinaryOperator<Field<BigDecimal>> operator) {
        return number(operator.apply(number(args.getFirst()), number(args.getLast())));
    }

    private Calculated round(CelExpr node, List<CelExpr> args) {
        if (args.size() == 1) {
            return number(org.jooq.impl.DSL.round(number(args.getFirst())));
        }
        List<CelExpr> two = two(node);
        CelExpr decimals = two.getLast();
        boolean whole = decimals.getKind() == CelExpr.ExprKind.Kind.CONSTANT && decimals.constant().getKind() == CelConstant.Kind.INT64_VALUE;
        if (!whole || decimals.constant().int64Value() < 0 || decimals.constant().int64Value() > MOST_DECIMALS) {
            throw wrongArguments(node);
        }
        return number(org.jooq.impl.DSL.round(number(two.getFirst()), (int) decimals.constant().int64Value()));
    }

    /** As people write it: without zeros at the end; days by their numbers. */
    private Calculated string(CelExpr node) {
        if (node.getKind() == CelExpr.ExprKind.Kind.IDENT || node.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            Path path = paths.resolve(node);
            if (path.kind() == ExpressionKind.CHOICE && path.part() == Path.Part.WHOLE) {
                return text(seenFromRow(path.place(), path.term().plain().cast(SQLDataType.CLOB)));
            }
        }
        Calculated value = of(node);
        return switch (value.kind()) {
            case NUMBER -> text(Computed.text(value.field()));
            case TEXT -> value;
            case DATE -> text(Computed.textOfDate(value.field()));
            case TIME -> text(Computed.textOfTime(value.field(), zone));
            case null, default -> throw parsed.problem(node, "wrong-types");
        };
    }

    private Calculated day(CelExpr node) {
        return new Calculated(date(operands.onlyArgument(node)), ExpressionKind.DATE);
    }

    /** Times fall on a day of the company's. */
    private Field<LocalDate> date(CelExpr node) {
        Calculated value = of(node);
        return switch (value.kind()) {
            case DATE -> value.field().cast(SQLDataType.LOCALDATE);
            case TIME -> Computed.day(value.field(), zone);
            case null, default -> throw parsed.problem(node, "wrong-types");
        };
    }

    private Calculated moved(List<CelExpr> args, String unit) {
        return date(new Calculated(date(args.getFirst()), ExpressionKind.DATE), number(args.getLast()), unit);
    }

    /** Further than calendars go is nowhere. */
    private static Calculated date(Calculated from, Field<BigDecimal> count, String unit) {
        Field<Integer> some = case_().when(abs(count).le(inline(FURTHEST)), trunc(count, 0).cast(SQLDataType.INTEGER));
        return new Calculated(Computed.moved(from.field(), some, unit), ExpressionKind.DATE);
    }

    // ---- tests ----

    /** True or false of every row, never unknown. */
    private Condition test(CelExpr node) {
        return bounds.within(node, () -> {
            String function = node.getKind() == CelExpr.ExprKind.Kind.CALL ? node.call().function() : "";
            List<CelExpr> args = node.getKind() == CelExpr.ExprKind.Kind.CALL ? node.call().args() : List.of();
            return switch (function) {
                case "_&&_" -> test(args.getFirst()).and(test(args.getLast()));
                case "_||_" -> test(args.getFirst()).or(test(args.getLast()));
                case "!_" -> test(args.getFirst()).not();
                default -> COMPARISONS.contains(function) && (args.stream().anyMatch(Values::isCalculated) || args.stream().allMatch(this::isNumber))
                        ? sure(compared(node, function, of(args.getFirst()), of(args.getLast())))
                        : sure(tests.test(node).holds());
            };
        });
    }

    private static boolean isCalculated(CelExpr node) {
        return node.getKind() == CelExpr.ExprKind.Kind.CALL
                && (CALCULATIONS.contains(node.call().function())
                        || node.call().function().equals("date") && node.call().args().stream().noneMatch(each -> each.getKind() == CelExpr.ExprKind.Kind.CONSTANT));
    }

    /** Amounts and other numbers are compared as numbers. */
    private boolean isNumber(CelExpr node) {
        boolean path = node.getKind() == CelExpr.ExprKind.Kind.IDENT || node.getKind() == CelExpr.ExprKind.Kind.SELECT;
        ExpressionKind kind = path ? paths.resolve(node).kind() : null;
        return kind == ExpressionKind.NUMBER || kind == ExpressionKind.MONEY;
    }

    private static Condition sure(Condition test) {
        return condition(coalesce(field(test), inline(false)));
    }

    @SuppressWarnings("unchecked")
    private Condition compared(CelExpr node, String function, Calculated left, Calculated right) {
        ExpressionKind kind = common(node, left, right);
        var one = (Field<Object>) typed(left, kind);
        var other = (Field<Object>) typed(right, kind);
        return switch (function) {
            case "_==_" -> one.isNotDistinctFrom(other);
            case "_!=_" -> one.isDistinctFrom(other);
            default -> java.util.Objects.requireNonNull(Operator.of(function)).apply(one, other);
        };
    }

    // ---- types ----

    private Field<BigDecimal> number(CelExpr node) {
        Calculated value = of(node);
        if (value.kind() != ExpressionKind.NUMBER) {
            throw parsed.problem(node, "wrong-types");
        }
        return number(value);
    }

    private static Field<BigDecimal> number(Calculated value) {
        return value.field().cast(SQLDataType.NUMERIC);
    }

    private static Calculated number(Field<BigDecimal> field) {
        return new Calculated(case_().when(field.between(inline(LARGEST.negate()), inline(LARGEST)), field), ExpressionKind.NUMBER);
    }

    private static Field<String> words(Calculated value) {
        return value.field().cast(SQLDataType.CLOB);
    }

    private static Calculated text(Field<String> field) {
        return new Calculated(field, ExpressionKind.TEXT);
    }

    private static Calculated yesNo(Condition test) {
        return new Calculated(field(test), ExpressionKind.YES_NO);
    }

    private List<CelExpr> two(CelExpr node) {
        if (node.call().target().isPresent() || node.call().args().size() != 2) {
            throw wrongArguments(node);
        }
        return node.call().args();
    }

    private Problem wrongArguments(CelExpr node) {
        return parsed.named(node, "wrong-arguments", node.call().function());
    }
}
