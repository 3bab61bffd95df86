package io.keyuan.engine.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.keyuan.engine.ExpressionKind;
import io.keyuan.engine.Problem;
import io.keyuan.engine.expression.Operand.Listed;
import io.keyuan.engine.expression.Operand.Literal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the tree of one expression from the top down and makes the test it says. */
final class Compilation {

    private final Parsed parsed;
    private final Paths paths;
    private final Operands operands;
    private final Comparisons comparisons;
    private final Conversion conversion;
    private final Memberships memberships;
    private final Bounds bounds;

    Compilation(
            Parsed parsed, Paths paths, Operands operands, Comparisons comparisons, Conversion conversion, Memberships memberships,
            Bounds bounds) {
        this.parsed = parsed;
        this.paths = paths;
        this.operands = operands;
        this.comparisons = comparisons;
        this.conversion = conversion;
        this.memberships = memberships;
        this.bounds = bounds;
    }

    Truth test(CelExpr node) {
        return switch (node.getKind()) {
            case CALL -> bounds.within(node, () -> call(node, node.call().args()));
            case CONSTANT -> constant(node);
            case IDENT, SELECT -> yes(operands.path(node));
            default -> throw parsed.problem(node, "not-a-condition");
        };
    }

    private Truth constant(CelExpr node) {
        if (node.constant().getKind() != CelConstant.Kind.BOOLEAN_VALUE) {
            throw parsed.problem(node, "not-a-condition");
        }
        return Truth.always(node.constant().booleanValue());
    }

    private Truth yes(Path path) {
        if (path.kind() != ExpressionKind.YES_NO) {
            throw parsed.problem(path.node(), "not-a-condition");
        }
        return comparisons.equal(path, new Literal(true, path.node()));
    }

    private Truth call(CelExpr node, List<CelExpr> args) {
        return switch (node.call().function()) {
            case "_&&_" -> test(args.getFirst()).and(test(args.getLast()));
            case "_||_" -> test(args.getFirst()).or(test(args.getLast()));
            case "!_" -> test(args.getFirst()).negated();
            case "_==_" -> equal(node, operands.of(args.getFirst()), operands.of(args.getLast()));
            case "_!=_" -> equal(node, operands.of(args.getFirst()), operands.of(args.getLast())).negated();
            case "@in" -> in(node, operands.of(args.getFirst()), operands.of(args.getLast()));
            case "has" -> comparisons.present(operands.path(operands.onlyArgument(node)));
            case "contains" -> comparisons.matches(target(node), "%" + pattern(node) + "%");
            case "startsWith" -> comparisons.matches(target(node), pattern(node) + "%");
            case "endsWith" -> comparisons.matches(target(node), "%" + pattern(node));
            case "exists" -> exists(node, args);
            case "inSegment" -> memberships.of(node);
            default -> other(node, Operator.of(node.call().function()), args);
        };
    }

    /** {@code lines.exists(line, line.quantity > 10)}, {@code tags.exists(tag, tag in ['a', 'b'])} */
    private Truth exists(CelExpr node, List<CelExpr> args) {
        CelExpr several = node.call().target().orElseThrow(() -> wrongArguments(node));
        if (args.size() != 2 || args.getFirst().getKind() != CelExpr.ExprKind.Kind.IDENT) {
            throw wrongArguments(node);
        }
        Path choices = paths.choices(several);
        return choices == null
                ? paths.ofSome(paths.lines(several), args.getFirst(), () -> test(args.getLast()))
                : comparisons.holdsOne(choices, choiceTest(choices, args.getFirst()).codes(args.getLast()));
    }

    private TestOfChoice choiceTest(Path choices, CelExpr variable) {
        return new TestOfChoice(parsed, operands, conversion, bounds, choices, variable.ident().name());
    }

    private Truth other(CelExpr node, @Nullable Operator operator, List<CelExpr> args) {
        if (operator != null) {
            return compare(node, operator, operands.of(args.getFirst()), operands.of(args.getLast()));
        }
        throw parsed.problem(operands.of(node).node(), "not-a-condition");
    }

    private Truth compare(CelExpr node, Operator operator, Operand left, Operand right) {
        return switch (left) {
            case Path path when right instanceof Literal literal -> comparisons.compare(operator, path, literal);
            case Literal literal when right instanceof Path path -> comparisons.compare(operator.mirrored(), path, literal);
            case Path path when right instanceof Path other -> comparisons.compare(operator, path, other);
            default -> throw parsed.problem(node, "wrong-types");
        };
    }

    private Truth equal(CelExpr node, Operand left, Operand right) {
        return switch (left) {
            case Path path when right instanceof Literal literal -> comparisons.equal(path, literal);
            case Literal literal when right instanceof Path path -> comparisons.equal(path, literal);
            case Path path when right instanceof Path other -> comparisons.equal(path, other);
            default -> throw parsed.problem(node, "wrong-types");
        };
    }

    private Truth in(CelExpr node, Operand left, Operand right) {
        if (left instanceof Path path && right instanceof Listed list) {
            return comparisons.in(path, list);
        }
        if (left instanceof Literal literal && right instanceof Path path) {
            return comparisons.holdsOne(path, literal);
        }
        throw parsed.problem(node, "wrong-types");
    }

    private Path target(CelExpr node) {
        return operands.path(node.call().target().orElseThrow(() -> wrongArguments(node)));
    }

    /** The argument as LIKE reads it, its wildcards made plain characters. */
    private String pattern(CelExpr node) {
        var args = node.call().args();
        boolean one = args.size() == 1;
        if (one && operands.of(args.getFirst()) instanceof Literal literal && literal.value() instanceof String text) {
            return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        }
        throw wrongArguments(node);
    }

    private Problem wrongArguments(CelExpr node) {
        return parsed.named(node, "wrong-arguments", node.call().function());
    }
}
