package io.keyuan.engine.merge;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.jobs.Jobs;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes one record of several, or shows what would become of them. */
@RestController
@RequestMapping("/api/v1/{object}/merge")
class MergeController {

    private final Addressed addressed;
    private final MergeOrders orders;
    private final MergePreviews previews;
    private final Merges merges;

    MergeController(Addressed addressed, MergeOrders orders, MergePreviews previews, Merges merges) {
        this.addressed = addressed;
        this.orders = orders;
        this.previews = previews;
        this.merges = merges;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> merge(@PathVariable String object, @RequestBody MergeRequest request) {
        ObjectType type = addressed.object(object);
        orders.requireAllowed(type);
        return merges.begin(type, orders.order(type, request));
    }

    @PostMapping("/preview")
    MergePreviews.Preview preview(@PathVariable String object, @RequestBody MergeRequest request) {
        ObjectType type = addressed.object(object);
        orders.requireAllowed(type);
        return previews.of(type, orders.order(type, request));
    }

    /** Done at once where little hangs on the records, else by a job; a job in any case, so that it is taken back as one. */
    @Component
    record Merges(Jobs jobs, MergeWork work, Messages messages, TransactionTemplate transaction) {

        /** What points to the records; more takes longer than anybody waits. */
        private static final int MOST_AT_ONCE = 1_000;

        ResponseEntity<Map<String, Object>> begin(ObjectType type, MergeOrder order) {
            // Whoever may not do it learns that first, and nothing of what hangs on the records.
            transaction.executeWithoutResult(status -> work.check(type, order));
            String title = messages.plural(Caller.current().locale(), type);
            if (work.pointing(type, order, MOST_AT_ONCE) > MOST_AT_ONCE) {
                UUID job = jobs.submit(MergeJob.KIND, title, any -> order);
                return ResponseEntity.accepted().location(URI.create(Jobs.address(job))).body(jobs.describe(job));
            }
            UUID job = Objects.requireNonNull(jobs.atOnce(MergeJob.KIND, title, order, () -> {
                work.check(type, order);
                return work.finish(type, order, 0);
            }));
            return ResponseEntity.status(HttpStatus.OK).location(URI.create(Jobs.address(job))).body(jobs.describe(job));
        }
    }
}
