package io.keyuan.engine.webhook;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Languages;
import io.keyuan.engine.RecordChanges;
import io.keyuan.engine.history.ChangeLog;
import io.keyuan.engine.jobs.Errand;
import io.keyuan.engine.jobs.Errands;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the change log for each webhook and puts its messages down, in the transaction that remembers how far it has come: each
 * change becomes a message exactly once, whichever node goes on and whenever.
 */
@Component
class WebhookFollower implements Errand {

    static final UUID NOBODY = new UUID(0, 0);

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofMillis(250);
    private static final int TOGETHER = 50;

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final ChangesToTell changes;
    private final WebhookSender sender;
    private final Errands errands;
    private final TransactionTemplate transaction;

    WebhookFollower(
            WebhookStore webhooks, DeliveryStore deliveries, ChangesToTell changes, WebhookSender sender, Errands errands,
            TransactionTemplate transaction, RecordChanges news) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.changes = changes;
        this.sender = sender;
        this.errands = errands;
        this.transaction = transaction;
        news.listen(change -> errands.wake(this), () -> errands.wake(this));
    }

    @Override
    public String name() {
        return "messages of webhooks";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Duration rest() {
        return REST;
    }

    @Override
    public void run(BooleanSupplier stopping) {
        for (UUID tenant : webhooks.behind()) {
            new Caller(tenant, NOBODY, false, Languages.ENGLISH, null).run(() -> webhooks.all().forEach(webhook -> follow(webhook, stopping)));
        }
    }

    private void follow(Webhook webhook, BooleanSupplier stopping) {
        boolean more = true;
        while (more && !stopping.getAsBoolean()) {
            more = Boolean.TRUE.equals(transaction.execute(status -> step(webhook)));
            errands.wake(sender);
        }
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
        return log.size() == TOGETHER;
    }
}
