package io.keyuan.notifications.letters;

import io.keyuan.engine.Caller;
import io.keyuan.engine.jobs.Errand;
import io.keyuan.engine.jobs.Errands;
import io.keyuan.notifications.inbox.DueMail;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes to people what is due by mail: what each is to be told by now is one letter. */
@Component
class LetterErrand implements Errand, DueMail {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final DueLetters letters;
    private final Errands errands;
    private final TransactionTemplate transaction;

    LetterErrand(DueLetters letters, Errands errands, TransactionTemplate transaction) {
        this.letters = letters;
        this.errands = errands;
        this.transaction = transaction;
    }

    @Override
    public void soon() {
        errands.soon(this);
    }

    @Override
    public String name() {
        return "notifications by mail";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run(BooleanSupplier stopping) {
        run(Instant.now(), stopping);
    }

    /** @param now until when what is due is written */
    void run(Instant now, BooleanSupplier stopping) {
        for (UUID tenant : letters.due(now)) {
            Caller.nobodyOf(tenant).run(() -> {
                boolean more = true;
                while (more && !stopping.getAsBoolean()) {
                    more = Boolean.TRUE.equals(transaction.execute(status -> letters.write(now)));
                }
            });
        }
    }
}
