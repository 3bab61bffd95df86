package io.keyuan.engine.attribute;

import io.keyuan.engine.Caller;
import io.keyuan.engine.jobs.Errand;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through the records of an object for the sake of one attribute, a piece in a transaction, and goes on where it was: puts the
 * values of one that lists are to be filtered by where they are looked up, and takes away for good those of one that was removed long ago.
 */
@Component
class AttributeUpkeep implements Errand {

    /** How long a removed attribute can be brought back. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final AttributeRounds rounds;
    private final TransactionTemplate transaction;

    AttributeUpkeep(AttributeRounds rounds, TransactionTemplate transaction) {
        this.rounds = rounds;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "upkeep of attributes";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run(BooleanSupplier stopping) {
        run(Instant.now().minus(KEPT), stopping);
    }

    /** @param before what was removed before this goes for good */
    void run(Instant before, BooleanSupplier stopping) {
        for (UUID tenant : rounds.tenants(before)) {
            Caller.nobodyOf(tenant).run(() -> {
                rounds.unfinished().forEach(attribute -> round(attribute, rounds::fill, stopping));
                rounds.removed(before).forEach(attribute -> round(attribute, id -> rounds.erase(id, before), stopping));
            });
        }
    }

    private void round(UUID attribute, Predicate<UUID> piece, BooleanSupplier stopping) {
        boolean more = true;
        while (more && !stopping.getAsBoolean()) {
            more = Boolean.TRUE.equals(transaction.execute(status -> piece.test(attribute)));
        }
    }
}
