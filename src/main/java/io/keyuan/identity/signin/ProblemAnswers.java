package io.keyuan.identity.signin;

import io.keyuan.engine.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers problems met before a request reaches its controller as those met in one are answered. */
@Component
final class ProblemAnswers {

    private final HandlerExceptionResolver resolver;

    ProblemAnswers(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (resolver.resolveException(request, response, null, problem) == null) {
            response.sendError(problem.kind().status());
        }
    }
}
