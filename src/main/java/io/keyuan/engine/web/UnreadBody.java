package io.keyuan.engine.web;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;

/** Says where a JSON body is wrong, without repeating any of it. */
final class UnreadBody {

    private UnreadBody() {}

    static Problem problem(HttpMessageNotReadableException unread) {
        if (unread.getMostSpecificCause() instanceof Problem problem) {
            return problem;
        }
        return Problem.of(ProblemKind.MALFORMED, switch (unread.getCause()) {
            case StreamConstraintsException limit -> Fault.whole("json-limit", JsonLimits.MAX_NESTING);
            case DatabindException shape -> Fault.whole("bad-body");
            case JacksonException syntax -> syntax(syntax);
            case null, default -> Fault.whole(unread.getCause() == null ? "missing-body" : "bad-body");
        });
    }

    private static Fault syntax(JacksonException wrong) {
        var place = wrong.getLocation();
        return place == null ? Fault.whole("bad-body") : Fault.whole("bad-json", place.getLineNr(), place.getColumnNr());
    }
}
