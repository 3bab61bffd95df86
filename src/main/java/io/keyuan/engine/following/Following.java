package io.keyuan.engine.following;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.jobs.Errand;
import io.keyuan.engine.jobs.Errands;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Something that records do when one changes that they point to, perhaps over others. There may be any number of them: who changes it writes
 * down that they are due, and they follow right behind, a piece in a transaction, which notes how far it is.
 */
public abstract class Following implements Errand {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final FollowedRecords due;
    private final ObjectTypes types;
    private final TransactionTemplate transaction;
    private final Errands errands;

    protected Following(FollowedRecords due, ObjectTypes types, TransactionTemplate transaction, Errands errands) {
        this.due = due;
        this.types = types;
        this.transaction = transaction;
        this.errands = errands;
    }

    /**
     * Has those follow that point to records, soon after the current transaction.
     *
     * @param type of those who follow
     * @param subject what they do then
     * @param way the references that lead from them to the records; not empty
     */
    public final void due(ObjectType type, String subject, List<Attribute<?>> way, Collection<UUID> records) {
        if (!records.isEmpty()) {
            due.add(name(), type, subject, way, records);
            errands.soon(this);
        }
    }

    /** Of an object, the subjects in which some records have not followed yet. */
    public final Set<String> unsettled(ObjectType type) {
        return due.subjects(name(), type);
    }

    /** Does it for these, in the current transaction; nothing where there is nothing to be done any more. */
    protected abstract void follow(ObjectType type, String subject, List<UUID> records);

    /** Also what they are known by: never the same for two, never changed. */
    @Override
    public abstract String name();

    @Override
    public final Duration every() {
        return EVERY;
    }

    @Override
    public final void run(BooleanSupplier stopping) {
        for (UUID tenant : due.tenants(name())) {
            Caller.nobodyOf(tenant).run(() -> {
                boolean more = true;
                while (more && !stopping.getAsBoolean()) {
                    more = piece();
                }
            });
        }
    }

    private boolean piece() {
        List<FollowedRecords.Due> begun = transaction.execute(status -> due.next(name()));
        if (begun == null || begun.isEmpty()) {
            return false;
        }
        if (begun.getFirst().passed() == null) {
            // By itself, so that nobody who waits for a record that this holds is waited for.
            transaction.executeWithoutResult(status -> due.awaitPointers(begun));
        }
        return Boolean.TRUE.equals(transaction.execute(status -> follow(begun)));
    }

    /** @return whether there may be more, and nobody else is at it */
    private boolean follow(List<FollowedRecords.Due> begun) {
        List<FollowedRecords.Due> next = due.next(name());
        if (next.isEmpty() || !next.getFirst().equals(begun.getFirst())) {
            return !next.isEmpty();
        }
        FollowedRecords.Due first = next.getFirst();
        ObjectType type = types.byName(first.object());
        // Of those that have come meanwhile nobody has waited for their pointers.
        List<FollowedRecords.Due> alike = next.stream().filter(begun::contains).toList();
        if (type == null || !due.isThere(type, first)) {
            due.done(name(), alike);
            return true;
        }
        List<UUID> few = first.passed() == null ? due.followers(type, alike) : null;
        List<UUID> followers = few == null ? due.followers(type, first) : few;
        if (!followers.isEmpty()) {
            follow(type, first.subject(), followers);
        }
        if (few == null && followers.size() == FollowedRecords.PIECE) {
            due.passed(name(), first, followers.getLast());
        } else {
            due.done(name(), few == null ? List.of(first) : alike);
        }
        return true;
    }
}
