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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks the tree of one expression from the top down and makes the test it says. */
final class Compilation {

    static final int MAX_NODES = 500;

    private static final int MAX_LISTED = 1_000;

    /** What the language has and sets of rows have no use for. */
    private static final Set<String> NOT_SUPPORTED = Set.of(
            "_?_:_", "_+_", "_-_", "_*_", "_/_", "_%_", "-_", "_[_]",
            "matches", "exists", "exists_one", "all", "map", "filter");

    private final Parsed parsed;
    private final Paths paths;
    private final Functions functions;
    private final Comparisons comparisons;
    private int nodes;
    private int depth;

    Compilation(Parsed parsed, Paths paths, Functions functions, Comparisons comparisons) {
        this.parsed = parsed;
        this.paths = paths;
        this.functions = functions;
        this.comparisons = comparisons;
    }

    Test test(CelExpr node) {
        return bounded(node, () -> switch (node.getKind()) {
            case CALL -> call(node, node.call().args());
            case CONSTANT -> constant(node);
            case IDENT, SELECT -> yes(paths.resolve(node));
            default -> throw parsed.problem(node, "not-a-condition");
        });
    }

    private <T> T bounded(CelExpr node, Supplier<T> work) {
        if (++nodes > MAX_NODES || ++depth > Syntax.MAX_DEPTH) {
            throw parsed.problem(node, "too-complex");
        }
        T done = work.get();
        depth--;
        return done;
    }

    private Test constant(CelExpr node) {
        if (node.constant().getKind() != CelConstant.Kind.BOOLEAN_VALUE) {
            throw parsed.problem(node, "not-a-condition");
        }
        return Test.always(node.constant().booleanValue());
    }

    private Test yes(Path path) {
        if (path.kind() != ExpressionKind.YES_NO) {
            throw parsed.problem(path.node(), "not-a-condition");
        }
        return comparisons.equal(path, new Literal(true, path.node()));
    }

    private Test call(CelExpr node, List<CelExpr> args) {
        Operator operator = Operator.of(node.call().function());
        if (operator != null) {
            return compare(node, operator, operand(args.getFirst()), operand(args.getLast()));
        }
        return switch (node.call().function()) {
            case "_&&_" -> test(args.getFirst()).and(test(args.getLast()));
            case "_||_" -> test(args.getFirst()).or(test(args.getLast()));
            case "!_" -> test(args.getFirst()).negated();
            case "_==_" -> equal(node, operand(args.getFirst()), operand(args.getLast()));
            case "_!=_" -> equal(node, operand(args.getFirst()), operand(args.getLast())).negated();
            case "@in" -> in(node, operand(args.getFirst()), operand(args.getLast()));
            case "has" -> comparisons.present(path(only(node, args)));
            case "contains" -> comparisons.matches(target(node), "%" + escaped(node, args) + "%");
            case "startsWith" -> comparisons.matches(target(node), escaped(node, args) + "%");
            case "endsWith" -> comparisons.matches(target(node), "%" + escaped(node, args));
            default -> throw noCondition(node);
        };
    }

    private Problem noCondition(CelExpr node) {
        String name = node.call().function();
        boolean value = "size".equals(name) || functions.call(node) != null;
        return value ? parsed.problem(node, "not-a-condition") : unknown(node, name);
    }

    private Problem unknown(CelExpr node, String name) {
        return NOT_SUPPORTED.contains(name) ? parsed.problem(node, "not-supported") : parsed.named(node, "unknown-function", name);
    }

    private Test compare(CelExpr node, Operator operator, Operand left, Operand right) {
        if (left instanceof Path path && right instanceof Literal literal) {
            return comparisons.compare(operator, path, literal);
        }
        if (left instanceof Literal literal && right instanceof Path path) {
            return comparisons.compare(operator.mirrored(), path, literal);
        }
        if (left instanceof Path one && right instanceof Path other) {
            return comparisons.compare(operator, one, other);
        }
        throw parsed.problem(node, "wrong-types");
    }

    private Test equal(CelExpr node, Operand left, Operand right) {
        if (left instanceof Path path && right instanceof Literal literal) {
            return comparisons.equal(path, literal);
        }
        if (left instanceof Literal literal && right instanceof Path path) {
            return comparisons.equal(path, literal);
        }
        if (left instanceof Path one && right instanceof Path other) {
            return comparisons.equal(one, other);
        }
        throw parsed.problem(node, "wrong-types");
    }

    private Test in(CelExpr node, Operand left, Operand right) {
        if (left instanceof Path path && right instanceof Listed list) {
            return comparisons.in(path, list);
        }
        throw parsed.problem(node, "wrong-types");
    }

    // ---- operands ----

    private Operand operand(CelExpr node) {
        return bounded(node, () -> switch (node.getKind()) {
            case CONSTANT -> literal(node);
            case IDENT, SELECT -> paths.resolve(node);
            case LIST -> list(node);
            case CALL -> value(node);
            default -> throw parsed.problem(node, "not-supported");
        });
    }

    private Operand value(CelExpr node) {
        String name = node.call().function();
        Operand value = "size".equals(name) ? size(node) : functions.call(node);
        if (value == null) {
            throw isTest(name) ? parsed.problem(node, "wrong-types") : unknown(node, name);
        }
        return value;
    }

    private static boolean isTest(String function) {
        return switch (function) {
            case "_&&_", "_||_", "!_", "_==_", "_!=_", "@in", "has", "contains", "startsWith", "endsWith" -> true;
            default -> Operator.of(function) != null;
        };
    }

    private Path size(CelExpr node) {
        Path text = node.call().target().isPresent() && node.call().args().isEmpty()
                ? target(node)
                : path(only(node, node.call().args()));
        if (text.kind() != ExpressionKind.TEXT || text.part() != Path.Part.WHOLE) {
            throw parsed.problem(node, "wrong-types");
        }
        return text.part(Path.Part.LENGTH, node);
    }

    private Listed list(CelExpr node) {
        var elements = node.list().elements();
        if (elements.size() > MAX_LISTED) {
            throw parsed.problem(node, "too-complex");
        }
        return new Listed(elements.stream().map(this::element).toList(), node);
    }

    private Literal element(CelExpr node) {
        Operand element = switch (node.getKind()) {
            case CONSTANT -> literal(node);
            case CALL -> value(node);
            default -> null;
        };
        if (element instanceof Literal literal) {
            return literal;
        }
        throw parsed.problem(node, "wrong-types");
    }

    private Literal literal(CelExpr node) {
        CelConstant constant = node.constant();
        return new Literal(switch (constant.getKind()) {
            case NULL_VALUE -> null;
            case BOOLEAN_VALUE -> constant.booleanValue();
            case INT64_VALUE -> BigDecimal.valueOf(constant.int64Value());
            case UINT64_VALUE -> new BigDecimal(constant.uint64Value().bigIntegerValue());
            case DOUBLE_VALUE -> number(node, constant.doubleValue());
            case STRING_VALUE -> text(node);
            default -> throw parsed.problem(node, "wrong-types");
        }, node);
    }

    private BigDecimal number(CelExpr node, double value) {
        if (!Double.isFinite(value)) {
            throw parsed.problem(node, "wrong-types");
        }
        return BigDecimal.valueOf(value);
    }

    /** PostgreSQL knows no text with a NUL in it. */
    private String text(CelExpr node) {
        String text = node.constant().stringValue();
        if (text.indexOf(0) >= 0) {
            throw parsed.problem(node, "bad-character");
        }
        return text;
    }

    // ---- arguments ----

    private CelExpr only(CelExpr node, List<CelExpr> args) {
        boolean method = node.call().target().isPresent() && !isMethod(node.call().function());
        if (args.size() != 1 || method) {
            throw wrongArguments(node);
        }
        return args.getFirst();
    }

    private static boolean isMethod(String function) {
        return switch (function) {
            case "contains", "startsWith", "endsWith" -> true;
            default -> false;
        };
    }

    private Path target(CelExpr node) {
        return path(node.call().target().orElseThrow(() -> wrongArguments(node)));
    }

    private Path path(CelExpr node) {
        return operand(node) instanceof Path path ? path : fail(node);
    }

    private <T> T fail(CelExpr node) {
        throw parsed.problem(node, "wrong-types");
    }

    /** The argument as LIKE reads it, its wildcards made plain characters. */
    private String escaped(CelExpr node, List<CelExpr> args) {
        if (operand(only(node, args)) instanceof Literal(@Nullable Object value, CelExpr _) && value instanceof String text) {
            return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        }
        throw wrongArguments(node);
    }

    private Problem wrongArguments(CelExpr node) {
        return parsed.named(node, "wrong-arguments", node.call().function());
    }
}
