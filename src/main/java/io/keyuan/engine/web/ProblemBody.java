package io.keyuan.engine.web;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Messages;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A problem in words, as RFC 9457 writes it. */
@Component
class ProblemBody {

    private final Messages messages;
    private final FaultWords words;

    ProblemBody(Messages messages, FaultWords words) {
        this.messages = messages;
        this.words = words;
    }

    /**
     * @param instance the path of the request
     * @param requestId under which the log holds what nobody outside needs to know of a failure
     */
    Map<String, Object> of(Problem problem, Locale language, String instance, String requestId) {
        String slug = problem.kind().slug();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + slug);
        body.put("title", messages.text(language, "problem." + slug + ".title"));
        body.put("status", problem.kind().status());
        body.put("detail", messages.text(language, "problem." + slug + ".detail", requestId));
        body.put("instance", instance);
        body.put("code", code(problem));
        body.put("errors", problem.faults().stream().map(fault -> words.of(fault, language)).toList());
        if (problem.kind() == ProblemKind.FAILURE) {
            body.put(RequestIdFilter.MEMBER, requestId);
        }
        problem.members().forEach(body::putIfAbsent);
        return body;
    }

    /** What a program decides by: what is wrong with the request as a whole, else the kind of problem. */
    private static String code(Problem problem) {
        return problem.faults().stream()
                .filter(fault -> fault.path().isEmpty())
                .map(Fault::code)
                .findFirst()
                .orElse(problem.kind().slug());
    }
}
