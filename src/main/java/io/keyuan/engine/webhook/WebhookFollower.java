package io.keyuan.engine.webhook;

import io.keyuan.engine.RecordChanges;
import io.keyuan.engine.history.ChangeLog;
import io.keyuan.engine.history.LogFollower;
import io.keyuan.engine.jobs.Errands;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the change log for each webhook and puts its messages down, in the transaction that remembers how far it has come: each
 * change becomes a message exactly once, whichever node goes on and whenever.
 */
@Component
class WebhookFollower extends LogFollower {

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final ChangesToTell changes;
    private final WebhookSender sender;
    private final Errands errands;

    WebhookFollower(
            WebhookStore webhooks, DeliveryStore deliveries, ChangesToTell changes, WebhookSender sender, Errands errands,
            TransactionTemplate transaction, RecordChanges news) {
        super(transaction, news, errands);
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.changes = changes;
        this.sender = sender;
        this.errands = errands;
    }

    @Override
    public String name() {
        return "messages of webhooks";
    }

    @Override
    protected Set<UUID> behind() {
        return webhooks.behind();
    }

    @Override
    protected void follow(BooleanSupplier stopping) {
        webhooks.all().forEach(webhook -> repeat(() -> step(webhook), stopping));
    }

    /** @return whether there may be more */
    private boolean step(Webhook webhook) {
        ChangeLog.Position position = webhooks.lock(webhook.id());
        List<ChangesToTell.Change> log = position == null ? List.of() : changes.after(position, TOGETHER);
        if (log.isEmpty()) {
            return false;
        }
        log.stream()
                .filter(change -> webhook.wants(change.object(), change.happening().code()))
                .forEach(change -> changes.bodies(change).forEach(body -> deliveries.add(webhook.id(), change.type(), body)));
        webhooks.set(webhook.id(), log.getLast().position());
        errands.soon(sender);
        return log.size() == TOGETHER;
    }
}
