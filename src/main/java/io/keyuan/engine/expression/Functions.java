package io.keyuan.engine.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.keyuan.engine.Caller;
import io.keyuan.engine.expression.Operand.Listed;
import io.keyuan.engine.expression.Operand.Literal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions whose value does not depend on the row. */
final class Functions {

    /** Those that mean something else to another person, with what is asked of segments. */
    static final Set<String> PERSONAL = Set.of("me", "myTeam", "inSegment");

    /** Those that mean something else on another day. */
    static final Set<String> MOVING = Set.of("today", "now", "daysAgo", "daysAhead", "startOf", "endOf");

    private static final long MOST_DAYS = 36_500;

    private final Surroundings surroundings;
    private final Parsed parsed;
    private final Moments moments;

    Functions(Surroundings surroundings, Parsed parsed, Moments moments) {
        this.surroundings = surroundings;
        this.parsed = parsed;
        this.moments = moments;
    }

    /** @return null where the call is of no such function */
    @Nullable Operand call(CelExpr node) {
        return switch (node.call().function()) {
            case "me" -> new Literal(nothing(node, Caller.current().person()), node);
            case "myTeam" -> team(node);
            case "today" -> new Literal(nothing(node, moments.today()), node);
            case "now" -> new Literal(nothing(node, moments.daysFromNow(0)), node);
            case "daysAgo" -> new Literal(moments.daysFromNow(-days(node)), node);
            case "daysAhead" -> new Literal(moments.daysFromNow(days(node)), node);
            case "date" -> new Literal(text(node, text -> Moments.date(text).orElse(null)), node);
            case "timestamp" -> new Literal(text(node, text -> moments.time(text).orElse(null)), node);
            case "startOf" -> new Literal(text(node, moments::startOf), node);
            case "endOf" -> new Literal(text(node, moments::endOf), node);
            default -> null;
        };
    }

    private Listed team(CelExpr node) {
        var people = surroundings.people().team(nothing(node, Caller.current().person()));
        return new Listed(people.stream().map(person -> new Literal(person, node)).toList(), node);
    }

    private <T> T nothing(CelExpr node, T value) {
        arguments(node, 0);
        return value;
    }

    private long days(CelExpr node) {
        CelConstant days = constant(node, CelConstant.Kind.INT64_VALUE);
        if (days.int64Value() < 0 || days.int64Value() > MOST_DAYS) {
            throw parsed.named(node, "wrong-arguments", node.call().function());
        }
        return days.int64Value();
    }

    private Object text(CelExpr node, Function<String, @Nullable Object> function) {
        Object value = function.apply(constant(node, CelConstant.Kind.STRING_VALUE).stringValue());
        if (value == null) {
            throw parsed.named(node, "wrong-arguments", node.call().function());
        }
        return value;
    }

    private CelConstant constant(CelExpr node, CelConstant.Kind kind) {
        CelExpr argument = arguments(node, 1).getFirst();
        if (argument.getKind() != CelExpr.ExprKind.Kind.CONSTANT || argument.constant().getKind() != kind) {
            throw parsed.named(node, "wrong-arguments", node.call().function());
        }
        return argument.constant();
    }

    private List<CelExpr> arguments(CelExpr node, int count) {
        if (node.call().target().isPresent() || node.call().args().size() != count) {
            throw parsed.named(node, "wrong-arguments", node.call().function());
        }
        return node.call().args();
    }
}
