package io.keyuan.engine.web;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what failed before or beside a controller: in filters, or by a bare status. */
@RestController
class ErrorPage implements ErrorController {

    private final Problems problems;

    ErrorPage(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Map<String, Object>> answer(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return problems.answer(failure(request), request, path == null ? request.getRequestURI() : path.toString());
    }

    private static Throwable failure(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            return failure;
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Without a status somebody asked for the page itself, which is nobody's address.
        return status instanceof Integer code ? of(code) : Problem.notFound();
    }

    /** The first kind with this status; what has none is the request's fault below 500 and ours from there on. */
    static Problem of(int status) {
        ProblemKind other = status < ProblemKind.FAILURE.status() ? ProblemKind.MALFORMED : ProblemKind.UNAVAILABLE;
        ProblemKind kind = Arrays.stream(ProblemKind.values()).filter(k -> k.status() == status).findFirst().orElse(other);
        return kind == ProblemKind.MALFORMED ? Problem.of(kind, Fault.whole("bad-address")) : Problem.of(kind);
    }
}
