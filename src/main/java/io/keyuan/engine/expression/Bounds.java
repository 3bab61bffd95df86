package io.keyuan.engine.expression;

import dev.cel.common.ast.CelExpr;
import java.util.function.Supplier;

/** Keeps one expression from becoming a statement that is too large to plan. */
final class Bounds {

    private static final int MAX_NODES = 500;

    private final Parsed parsed;
    private int nodes;
    private int depth;

    Bounds(Parsed parsed) {
        this.parsed = parsed;
    }

    /** What is made of a node; whoever makes something of a node below it comes here again. */
    <T> T within(CelExpr node, Supplier<T> work) {
        if (++nodes > MAX_NODES || ++depth > Syntax.MAX_DEPTH) {
            throw parsed.problem(node, "too-complex");
        }
        T done = work.get();
        depth--;
        return done;
    }
}
