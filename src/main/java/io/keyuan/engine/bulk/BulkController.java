package io.keyuan.engine.bulk;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.jobs.Jobs;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives many records of any object the same values, or deletes them, by a job; lines change with what they belong to. */
@RestController
class BulkController {

    private final Addressed addressed;
    private final BulkOrders orders;
    private final Jobs jobs;
    private final Messages messages;

    BulkController(Addressed addressed, BulkOrders orders, Jobs jobs, Messages messages) {
        this.addressed = addressed;
        this.orders = orders;
        this.jobs = jobs;
        this.messages = messages;
    }

    @PostMapping("/api/v1/{object}/bulk")
    ResponseEntity<Map<String, Object>> bulk(@PathVariable String object, @RequestBody BulkRequest request) {
        ObjectType type = addressed.object(object);
        if (type.parent() != null) {
            throw Problem.notFound();
        }
        BulkOrder order = orders.order(type, request);
        UUID job = jobs.submit(BulkJob.KIND, title(type, order), any -> order);
        return ResponseEntity.accepted().location(URI.create(Jobs.address(job))).body(jobs.describe(job));
    }

    /** The object, and which attributes are given; none of the values. */
    private String title(ObjectType type, BulkOrder order) {
        Locale language = Caller.current().locale();
        String what = order.update() == null
                ? messages.text(language, "bulk.deletion")
                : order.update().keySet().stream()
                        .map(name -> messages.label(language, Objects.requireNonNull(type.find(name))))
                        .collect(Collectors.joining(", "));
        return messages.plural(language, type) + " · " + what;
    }
}
