package io.keyuan.engine.webhook;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.jobs.Errands;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What became of messages, and sending them once more. */
@RestController
@RequestMapping(WebhookController.PATH + "/{id}")
class DeliveryController {

    private static final int PAGE = 50;

    private final Addressed addressed;
    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final ChangesToTell changes;
    private final WebhookSender sender;
    private final Errands errands;

    DeliveryController(
            Addressed addressed, WebhookStore webhooks, DeliveryStore deliveries, ChangesToTell changes, WebhookSender sender, Errands errands) {
        this.addressed = addressed;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.changes = changes;
        this.sender = sender;
        this.errands = errands;
    }

    @GetMapping("/deliveries")
    Map<String, @Nullable Object> list(
            @PathVariable String id, @RequestParam(required = false) @Nullable String state, @RequestParam(required = false) @Nullable String page) {
        UUID webhook = webhook(id);
        if (state != null && !DeliveryStore.STATES.contains(state)) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("state", "bad-value"));
        }
        List<DeliveryStore.Delivery> found = deliveries.page(webhook, state, page == null || page.isBlank() ? null : place(page), PAGE + 1);
        List<DeliveryStore.Delivery> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", shown);
        answer.put("next", found.size() > PAGE ? shown.getLast().id().toString() : null);
        return answer;
    }

    private UUID place(String page) {
        try {
            return addressed.id(page);
        } catch (Problem unknown) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("page", "bad-page"));
        }
    }

    /** Sends something that says nothing, to see whether it arrives. */
    @PostMapping("/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, UUID> test(@PathVariable String id) {
        UUID webhook = webhook(id);
        String body = changes.body("test", Instant.now(), Map.of("by", Map.of("id", Caller.current().person())));
        UUID delivery = deliveries.add(webhook, "test", body);
        errands.soon(sender);
        return Map.of("id", delivery);
    }

    @PostMapping("/deliveries/{delivery}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Integer> replay(@PathVariable String id, @PathVariable String delivery) {
        int again = deliveries.again(webhook(id), DeliveryStore.one(addressed.id(delivery)));
        if (again == 0) {
            throw Problem.notFound();
        }
        errands.soon(sender);
        return Map.of("count", again);
    }

    /** Sends all that nobody tries to send any more. */
    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Integer> replayFailed(@PathVariable String id) {
        int again = deliveries.again(webhook(id), DeliveryStore.failed());
        errands.soon(sender);
        return Map.of("count", again);
    }

    private UUID webhook(String id) {
        WebhookController.requireRight();
        Webhook webhook = webhooks.find(addressed.id(id));
        if (webhook == null) {
            throw Problem.notFound();
        }
        return webhook.id();
    }
}
