package io.keyuan.engine.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.keyuan.engine.ExpressionKind;
import io.keyuan.engine.Problem;
import io.keyuan.engine.expression.Operand.Listed;
import io.keyuan.engine.expression.Operand.Literal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of the nodes of one expression what comparisons compare. */
final class Operands {

    private static final int MAX_LISTED = 1_000;

    /** What the language has and sets of rows have no use for. */
    private static final Set<String> NOT_SUPPORTED = Set.of(
            "_?_:_", "_+_", "_-_", "_*_", "_/_", "_%_", "-_", "_[_]",
            "matches", "exists_one", "all", "map", "filter");

    private static final Set<String> TESTS = Set.of(
            "_&&_", "_||_", "!_", "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_",
            "@in", "has", "exists", "contains", "startsWith", "endsWith", "inSegment");

    private final Parsed parsed;
    private final Paths paths;
    private final Functions functions;
    private final Bounds bounds;

    Operands(Parsed parsed, Paths paths, Functions functions, Bounds bounds) {
        this.parsed = parsed;
        this.paths = paths;
        this.functions = functions;
        this.bounds = bounds;
    }

    Operand of(CelExpr node) {
        return bounds.within(node, () -> switch (node.getKind()) {
            case CONSTANT -> literal(node);
            case IDENT, SELECT -> paths.resolve(node);
            case LIST -> list(node);
            case CALL -> call(node);
            default -> throw parsed.problem(node, "not-supported");
        });
    }

    Path path(CelExpr node) {
        if (of(node) instanceof Path path) {
            return path;
        }
        throw parsed.problem(node, "wrong-types");
    }

    /** Of a function that is no method and takes one argument. */
    CelExpr onlyArgument(CelExpr node) {
        if (node.call().target().isPresent() || node.call().args().size() != 1) {
            throw wrongArguments(node);
        }
        return node.call().args().getFirst();
    }

    private Operand call(CelExpr node) {
        String name = node.call().function();
        Operand value = "size".equals(name) ? size(node) : functions.call(node);
        if (value == null) {
            throw noValue(node, name);
        }
        return value;
    }

    private Problem noValue(CelExpr node, String name) {
        if (TESTS.contains(name)) {
            return parsed.problem(node, "wrong-types");
        }
        return NOT_SUPPORTED.contains(name)
                ? parsed.problem(node, "not-supported")
                : parsed.named(node, "unknown-function", name);
    }

    private Path size(CelExpr node) {
        CelExpr measured = node.call().args().isEmpty()
                ? node.call().target().orElseThrow(() -> wrongArguments(node))
                : onlyArgument(node);
        Path path = path(measured);
        boolean sized = path.kind() == ExpressionKind.TEXT || path.kind() == ExpressionKind.CHOICES;
        if (!sized || path.part() != Path.Part.WHOLE) {
            throw parsed.problem(measured, "wrong-types");
        }
        return path.part(Path.Part.LENGTH, node);
    }

    private Listed list(CelExpr node) {
        List<CelExpr> elements = node.list().elements();
        if (elements.size() > MAX_LISTED) {
            throw parsed.problem(node, "too-complex");
        }
        return new Listed(elements.stream().map(this::element).toList(), node);
    }

    private Literal element(CelExpr node) {
        Operand element = switch (node.getKind()) {
            case CONSTANT -> literal(node);
            case CALL -> call(node);
            default -> null;
        };
        if (element instanceof Literal literal) {
            return literal;
        }
        throw parsed.problem(node, "wrong-types");
    }

    private Literal literal(CelExpr node) {
        return new Literal(value(node, node.constant()), node);
    }

    private @Nullable Object value(CelExpr node, CelConstant constant) {
        return switch (constant.getKind()) {
            case NULL_VALUE -> null;
            case BOOLEAN_VALUE -> constant.booleanValue();
            case INT64_VALUE -> BigDecimal.valueOf(constant.int64Value());
            case UINT64_VALUE -> new BigDecimal(constant.uint64Value().bigIntegerValue());
            case DOUBLE_VALUE -> number(node, constant.doubleValue());
            case STRING_VALUE -> text(node, constant.stringValue());
            default -> throw parsed.problem(node, "wrong-types");
        };
    }

    private BigDecimal number(CelExpr node, double value) {
        if (!Double.isFinite(value)) {
            throw parsed.problem(node, "wrong-types");
        }
        return BigDecimal.valueOf(value);
    }

    /** PostgreSQL knows no text with a NUL in it. */
    private String text(CelExpr node, String text) {
        if (text.indexOf(0) >= 0) {
            throw parsed.problem(node, "bad-character");
        }
        return text;
    }

    private Problem wrongArguments(CelExpr node) {
        return parsed.named(node, "wrong-arguments", node.call().function());
    }
}
