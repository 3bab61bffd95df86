package io.keyuan.engine.calculation;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.jobs.Errand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has the records follow that point to one that has changed: a piece in a transaction, which notes how far it is. */
@Component
class DueCalculations implements Errand {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final DueStore due;
    private final ObjectTypes types;
    private final TransactionTemplate transaction;
    private final Recalculation recalculation;

    DueCalculations(DueStore due, ObjectTypes types, TransactionTemplate transaction, Recalculation recalculation) {
        this.due = due;
        this.types = types;
        this.transaction = transaction;
        this.recalculation = recalculation;
    }

    @Override
    public String name() {
        return "calculated attributes";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run(BooleanSupplier stopping) {
        for (UUID tenant : due.tenants()) {
            Caller.nobodyOf(tenant).run(() -> {
                boolean more = true;
                while (more && !stopping.getAsBoolean()) {
                    more = piece();
                }
            });
        }
    }

    private boolean piece() {
        Optional<DueStore.Due> next = transaction.execute(status -> Optional.ofNullable(due.next()));
        if (next == null || next.isEmpty()) {
            return false;
        }
        DueStore.Due begun = next.get();
        if (begun.passed() == null) {
            // By itself, so that nobody who waits for a record that this holds is waited for.
            transaction.executeWithoutResult(status -> due.awaitPointers(begun));
        }
        return Boolean.TRUE.equals(transaction.execute(status -> follow(begun)));
    }

    /** @return whether there may be more, and nobody else is at it */
    private boolean follow(DueStore.Due begun) {
        DueStore.Due one = due.next();
        if (one == null || !one.id().equals(begun.id())) {
            return one != null;
        }
        ObjectType type = types.byName(one.object());
        Attribute<?> attribute = type == null ? null : type.find(one.attribute());
        List<UUID> followers = type == null || attribute == null || attribute.calculation() == null ? List.of() : due.followers(type, one);
        if (attribute != null && !followers.isEmpty()) {
            recalculation.settle(attribute, followers);
        }
        if (followers.size() == DueStore.PIECE) {
            due.passed(one, followers.getLast());
        } else {
            due.done(one);
        }
        return true;
    }
}
