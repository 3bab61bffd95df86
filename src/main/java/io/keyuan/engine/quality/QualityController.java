package io.keyuan.engine.quality;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.api.Addressed;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is to be made of the records of an object before one can rely on them. */
@RestController
class QualityController {

    private static final Set<String> KNOWN = Set.of("filter", "staleAfter");
    private static final int USUALLY = 180;
    private static final int MOST_DAYS = 3_650;

    private final Addressed addressed;
    private final Qualities qualities;

    QualityController(Addressed addressed, Qualities qualities) {
        this.addressed = addressed;
        this.qualities = qualities;
    }

    @GetMapping("/api/v1/{object}/quality")
    Qualities.Quality of(@PathVariable String object, @RequestParam Map<String, String> parameters) {
        ObjectType type = addressed.object(object);
        if (type.completeness() == null) {
            throw Problem.notFound();
        }
        if (!KNOWN.containsAll(parameters.keySet())) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.whole("unknown-parameter"));
        }
        return qualities.of(type, parameters.get("filter"), days(parameters.getOrDefault("staleAfter", String.valueOf(USUALLY))));
    }

    private static int days(String text) {
        if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > MOST_DAYS) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("staleAfter", "bad-parameter"));
        }
        return Integer.parseInt(text);
    }
}
