package io.keyuan.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers what controllers throw; filters reach it through Spring's {@code handlerExceptionResolver}. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private final Problems problems;
    private final OldAddresses old;

    ProblemAdvice(Problems problems, OldAddresses old) {
        this.problems = problems;
        this.old = old;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> failed(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        forgetFile(response);
        UUID successor = old.successor(failure, request);
        if (successor == null) {
            return problems.answer(failure, request, request.getRequestURI());
        }
        return OldAddresses.isRead(request)
                ? OldAddresses.leadOn(request, successor)
                : problems.answer(OldAddresses.refusal(successor), request, request.getRequestURI());
    }

    /** The client has hung up: nobody is left to answer. */
    @ExceptionHandler
    @Nullable ResponseEntity<Void> gone(AsyncRequestNotUsableException gone) {
        return null;
    }

    /** What was about to be a file is none. */
    private static void forgetFile(HttpServletResponse response) {
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.setContentType(null);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
        }
    }
}
