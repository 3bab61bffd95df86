package io.keyuan.engine.webhook;

import io.keyuan.engine.Caller;
import io.keyuan.engine.jobs.Errand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits. A message is claimed for a minute, sent outside of any transaction, and what came of it is noted: it arrives at
 * least once, and a node that dies in between leaves it to the next.
 */
@Component
class WebhookSender implements Errand {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int OF_EACH = 10;
    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final WebhookSecrets secrets;
    private final Dispatch dispatch;
    private final TransactionTemplate transaction;

    WebhookSender(
            WebhookStore webhooks, DeliveryStore deliveries, WebhookSecrets secrets, Dispatch dispatch, TransactionTemplate transaction) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.dispatch = dispatch;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run(BooleanSupplier stopping) {
        sideBySide(deliveries.due().stream()
                .<Runnable>map(tenant -> () -> Caller.nobodyOf(tenant).run(() -> sendAll(stopping)))
                .toList());
    }

    /** What one of them throws keeps none of the others from being done. */
    private static void sideBySide(List<Runnable> works) {
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            works.forEach(work -> running.add(threads.submit(work)));
        }
        for (Future<?> each : running) {
            if (each.state() == Future.State.FAILED) {
                throw new IllegalStateException("messages are sent later", each.exceptionNow());
            }
        }
    }

    private void sendAll(BooleanSupplier stopping) {
        List<Message> claimed = List.of();
        do {
            claimed = stopping.getAsBoolean() ? List.of() : claim();
            send(claimed);
        } while (!claimed.isEmpty());
        deliveries.forgetBefore(Instant.now().minus(KEPT), FORGOTTEN_AT_ONCE);
    }

    private List<Message> claim() {
        List<Message> claimed = transaction.execute(status -> deliveries.claim(OF_EACH));
        return claimed == null ? List.of() : claimed;
    }

    /** Those of one webhook one after the other, in the order in which they were put down; the webhooks side by side. */
    private void send(List<Message> claimed) {
        Caller caller = Caller.current();
        Map<UUID, List<Message>> byWebhook = claimed.stream().collect(Collectors.groupingBy(Message::webhook));
        Map<UUID, Webhook> known = webhooks.all().stream().collect(Collectors.toMap(Webhook::id, Function.identity()));
        sideBySide(byWebhook.entrySet().stream()
                .<Runnable>map(each -> () -> caller.run(() -> sendTo(known.get(each.getKey()), each.getValue())))
                .toList());
    }

    private void sendTo(@Nullable Webhook webhook, List<Message> messages) {
        if (webhook == null) {
            return;
        }
        List<String> keys = secrets.open(webhook.id(), webhooks.secrets(webhook.id()));
        boolean answers = true;
        for (Message message : messages.stream().sorted(Comparator.comparing(Message::id)).toList()) {
            // Where the one before got no answer, nobody waits for the next.
            Outcome outcome = !answers ? Outcome.failed("unreachable", null) : keys.isEmpty() ? Outcome.failed("secret", null) : dispatch.send(webhook, keys, message);
            answers = outcome.status() != null;
            note(webhook, message, outcome);
        }
    }

    private void note(Webhook webhook, Message message, Outcome outcome) {
        int attempts = message.attempts() + 1;
        boolean over = outcome.isGone() || Patience.isOver(attempts);
        transaction.executeWithoutResult(status -> {
            deliveries.note(message.id(), outcome, over ? null : Instant.now().plus(Patience.after(attempts)));
            if (outcome.hasArrived()) {
                webhooks.hasArrived(webhook.id());
            } else {
                webhooks.isTroubled(webhook.id());
            }
            if (outcome.isGone()) {
                webhooks.stop(webhook.id());
            }
        });
    }
}
