package io.keyuan.engine.expression;

import dev.cel.common.ast.CelExpr;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tree of an expression that is well formed, and where its nodes stand in the text.
 *
 * @param positions by the nodes' ids, in characters from 0
 */
record Parsed(CelExpr root, Map<Long, Integer> positions) {

    /** Where people find the expression in their request. */
    private static final String PARAMETER = "filter";

    private static final int LONGEST_ECHO = 60;

    int position(CelExpr node) {
        return positions.getOrDefault(node.id(), 0) + 1;
    }

    Problem problem(CelExpr node, String code, Object... args) {
        return problem(position(node), code, args);
    }

    /** A problem with a name somebody wrote; names are the only thing that is echoed. */
    Problem named(CelExpr node, String code, String name) {
        return problem(node, code, name.length() <= LONGEST_ECHO ? name : name.substring(0, LONGEST_ECHO));
    }

    static Problem problem(int position, String code, Object... args) {
        List<Object> all = new ArrayList<>();
        all.add(position);
        all.addAll(List.of(args));
        return Problem.of(ProblemKind.BAD_FILTER, Fault.at(PARAMETER, code, all.toArray()));
    }
}
