package io.keyuan.engine.imports;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;

/** Makes the problems of maps and files, each with the place where it is. */
final class MapProblem {

    private static final String MAP = "map";

    private MapProblem() {}

    /** @param path inside the map: {@code columns.close_value.field} */
    static Problem at(String path, String code, Object... args) {
        return Problem.of(ProblemKind.MALFORMED, Fault.at(path.isEmpty() ? MAP : MAP + "." + path, code, args));
    }

    static Problem ofFile(String code, Object... args) {
        return Problem.of(ProblemKind.MALFORMED, Fault.at("file", code, args));
    }
}
