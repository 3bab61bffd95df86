package io.keyuan.mail.outgoing;

import io.keyuan.engine.jobs.Errand;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Sends what waits, company by company and several at once: a mail server that is slow keeps nobody else's letters. */
@Component
class Delivery implements Errand {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final int COMPANIES_AT_ONCE = 8;

    private final LetterStore letters;
    private final DeliveryRound round;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final Set<UUID> wantedAgain = ConcurrentHashMap.newKeySet();
    private final Semaphore turns = new Semaphore(COMPANIES_AT_ONCE);

    Delivery(LetterStore letters, DeliveryRound round) {
        this.letters = letters;
        this.round = round;
    }

    @Override
    public String name() {
        return "mail delivery";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run(BooleanSupplier stopping) {
        for (UUID tenant : letters.due(Instant.now())) {
            if (stopping.getAsBoolean()) {
                return;
            }
            wantedAgain.add(tenant);
            if (underWay.add(tenant)) {
                Thread.ofVirtual().name("mail of " + tenant).start(() -> deliver(tenant, stopping));
            }
        }
    }

    private void deliver(UUID tenant, BooleanSupplier stopping) {
        try (var tenantOfLine = MDC.putCloseable("tenant", tenant.toString())) {
            turns.acquireUninterruptibly();
            try {
                while (wantedAgain.remove(tenant)) {
                    round.deliver(tenant, stopping);
                }
            } finally {
                turns.release();
            }
        } catch (RuntimeException failure) {
            LOG.warn("Mail is sent later", failure);
        } finally {
            underWay.remove(tenant);
        }
    }
}
