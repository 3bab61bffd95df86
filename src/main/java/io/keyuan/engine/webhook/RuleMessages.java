package io.keyuan.engine.webhook;

import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.jobs.Errands;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Messages by which rules of the company tell other programs of records; they say no values, as those of changes. */
@Component
public class RuleMessages {

    private static final String ACTION = ".automation";

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final ChangesToTell changes;
    private final WebhookSender sender;
    private final Errands errands;

    RuleMessages(WebhookStore webhooks, DeliveryStore deliveries, ChangesToTell changes, WebhookSender sender, Errands errands) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.changes = changes;
        this.sender = sender;
        this.errands = errands;
    }

    /** What the webhooks of the company are called. */
    public Map<UUID, String> webhooks() {
        return webhooks.all().stream().collect(Collectors.toMap(Webhook::id, Webhook::name));
    }

    /**
     * Puts one message down in the current transaction, to be sent until it arrives.
     *
     * @param records up to 500 of them
     */
    public void tell(UUID webhook, ObjectType type, String rule, List<UUID> records) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("object", type.path());
        data.put("ids", records);
        data.put("rule", rule);
        data.put("by", Map.of("id", Caller.current().person()));
        String kind = type.path() + ACTION;
        deliveries.add(webhook, kind, changes.body(kind, Instant.now(), data));
        errands.soon(sender);
    }
}
