package io.keyuan.engine.api;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.aggregate.AggregateQuery;
import io.keyuan.engine.aggregate.AggregateResult;
import io.keyuan.engine.aggregate.Aggregates;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counts and sums over the records of an object that the caller may see. */
@RestController
class AggregateController {

    private static final Set<String> KNOWN = Set.of("group", "measure", "filter");

    private final Addressed addressed;
    private final Aggregates aggregates;

    AggregateController(Addressed addressed, Aggregates aggregates) {
        this.addressed = addressed;
        this.aggregates = aggregates;
    }

    @GetMapping("/api/v1/{object}/aggregate")
    AggregateResult aggregate(@PathVariable String object, @RequestParam Map<String, String> parameters) {
        if (!KNOWN.containsAll(parameters.keySet())) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.whole("unknown-parameter"));
        }
        return aggregates.run(AggregateQuery.of(
                addressed.object(object), parameters.get("group"), parameters.get("measure"), parameters.get("filter")));
    }
}
