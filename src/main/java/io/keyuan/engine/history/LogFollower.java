package io.keyuan.engine.history;

import io.keyuan.engine.Caller;
import io.keyuan.engine.RecordChanges;
import io.keyuan.engine.jobs.Errand;
import io.keyuan.engine.jobs.Errands;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Something that follows from changes and is done behind those who make them, company by company, in the order of the log. Where it has
 * come to is kept in the transaction that does it, so that nothing is done twice or left out, whichever node goes on and whenever.
 */
public abstract class LogFollower implements Errand {

    /** So many rows of the log at once. */
    protected static final int TOGETHER = 50;

    private static final Duration EVERY = Duration.ofSeconds(5);
    /** What changes in a moment is read together. */
    private static final Duration REST = Duration.ofMillis(250);

    private final TransactionTemplate transaction;

    protected LogFollower(TransactionTemplate transaction, RecordChanges changes, Errands errands) {
        this.transaction = transaction;
        changes.listen(change -> errands.wake(this), () -> errands.wake(this));
    }

    @Override
    public final Duration every() {
        return EVERY;
    }

    @Override
    public final Duration rest() {
        return REST;
    }

    @Override
    public final void run(BooleanSupplier stopping) {
        behind().forEach(tenant -> Caller.nobodyOf(tenant).run(() -> follow(stopping)));
    }

    /** The companies in which there may be something to do. */
    protected abstract Set<UUID> behind();

    /** Does what there is to do for the current caller's company. */
    protected abstract void follow(BooleanSupplier stopping);

    /** @param step does the next of it, in a transaction, and says whether there may be more */
    protected final void repeat(BooleanSupplier step, BooleanSupplier stopping) {
        boolean more = true;
        while (more && !stopping.getAsBoolean()) {
            more = Boolean.TRUE.equals(transaction.execute(status -> step.getAsBoolean()));
        }
    }
}
