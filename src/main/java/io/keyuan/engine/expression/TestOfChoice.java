package io.keyuan.engine.expression;

import dev.cel.common.ast.CelExpr;
import io.keyuan.engine.expression.Operand.Listed;
import io.keyuan.engine.expression.Operand.Literal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is said of one of the choices that a record holds several of, such as {@code t == 'a' || t in ['b', 'c']}. There are
 * only so many choices: the test is made of each of them, and what is left to the database is which records hold one for which
 * it is true.
 */
final class TestOfChoice {

    private final Parsed parsed;
    private final Operands operands;
    private final Conversion conversion;
    private final Bounds bounds;
    private final Path path;
    private final String variable;

    TestOfChoice(Parsed parsed, Operands operands, Conversion conversion, Bounds bounds, Path path, String variable) {
        this.parsed = parsed;
        this.operands = operands;
        this.conversion = conversion;
        this.bounds = bounds;
        this.path = path;
        this.variable = variable;
    }

    /** The codes of which it is true. */
    Set<String> codes(CelExpr node) {
        if (node.getKind() != CelExpr.ExprKind.Kind.CALL) {
            throw parsed.problem(node, "not-a-condition");
        }
        return bounds.within(node, () -> call(node, node.call().args()));
    }

    private Set<String> call(CelExpr node, List<CelExpr> args) {
        return switch (node.call().function()) {
            case "_&&_" -> both(codes(args.getFirst()), codes(args.getLast()));
            case "_||_" -> either(codes(args.getFirst()), codes(args.getLast()));
            case "!_" -> others(codes(args.getFirst()));
            case "_==_" -> Set.of(compared(node, args));
            case "_!=_" -> others(Set.of(compared(node, args)));
            case "@in" -> listed(node, args);
            default -> throw parsed.problem(node, "not-a-condition");
        };
    }

    private String compared(CelExpr node, List<CelExpr> args) {
        CelExpr other = isVariable(args.getFirst()) ? args.getLast() : args.getFirst();
        boolean one = isVariable(args.getFirst()) != isVariable(args.getLast());
        if (one && operands.of(other) instanceof Literal literal) {
            return conversion.code(path, literal);
        }
        throw parsed.problem(node, "wrong-types");
    }

    private Set<String> listed(CelExpr node, List<CelExpr> args) {
        if (!isVariable(args.getFirst()) || !(operands.of(args.getLast()) instanceof Listed list)) {
            throw parsed.problem(node, "wrong-types");
        }
        Set<String> codes = new HashSet<>();
        list.items().forEach(literal -> codes.add(conversion.code(path, literal)));
        return codes;
    }

    private boolean isVariable(CelExpr node) {
        return node.getKind() == CelExpr.ExprKind.Kind.IDENT && node.ident().name().equals(variable);
    }

    private Set<String> others(Set<String> codes) {
        Set<String> others = new HashSet<>(conversion.codes(path));
        others.removeAll(codes);
        return others;
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static Set<String> either(Set<String> one, Set<String> other) {
        Set<String> either = new HashSet<>(one);
        either.addAll(other);
        return either;
    }
}
