package io.keyuan.engine.web;

import io.keyuan.engine.Languages;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** Answers whatever went wrong with {@code application/problem+json}, and logs what is our own fault. */
@Component
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    /** The member of a problem that says after how many seconds trying again makes sense. */
    private static final String RETRY_AFTER = "retryAfter";

    private static final int SECONDS_TO_RECOVER = 5;

    private final ProblemBody body;

    Problems(ProblemBody body) {
        this.body = body;
    }

    ResponseEntity<Map<String, Object>> answer(Throwable failure, HttpServletRequest request, String path) {
        Problem problem = logged(Causes.problem(failure), failure, request);
        var headers = new HttpHeaders();
        if (failure instanceof ErrorResponse response) {
            headers.addAll(response.getHeaders());
        }
        return answer(problem, headers, request, path);
    }

    private ResponseEntity<Map<String, Object>> answer(
            Problem problem, HttpHeaders headers, HttpServletRequest request, String path) {
        Locale language = Languages.ofCallerOr(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(language);
        addAdvice(problem, headers);
        var words = body.of(problem, language, path, RequestIdFilter.idOf(request));
        return ResponseEntity.status(problem.kind().status()).headers(headers).body(words);
    }

    private static void addAdvice(Problem problem, HttpHeaders headers) {
        if (problem.kind() == ProblemKind.UNAUTHENTICATED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        Object usual = problem.kind() == ProblemKind.UNAVAILABLE ? SECONDS_TO_RECOVER : null;
        Object seconds = problem.members().getOrDefault(RETRY_AFTER, usual);
        if (seconds != null) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
    }

    private static Problem logged(Problem problem, Throwable failure, HttpServletRequest request) {
        if (problem.kind() == ProblemKind.FAILURE) {
            LOG.error("{} failed", request.getMethod(), failure);
        } else if (problem.kind() == ProblemKind.UNAVAILABLE) {
            LOG.warn("{} could not be served: {}", request.getMethod(), failure.toString());
        }
        return problem;
    }
}
