package io.keyuan.engine.segment;

import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.jobs.Errand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks through segments whose members come and go though nobody changes them: with the days, or with what is kept true to other
 * records. Each is looked through from one end to the other once an hour, a piece in a transaction, and goes on where it was.
 */
@Component
class SegmentRounds implements Errand {

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration HOLDS = Duration.ofHours(1);

    private final SegmentStore store;
    private final SegmentMembers members;
    private final ObjectTypes types;
    private final TransactionTemplate transaction;

    SegmentRounds(SegmentStore store, SegmentMembers members, ObjectTypes types, TransactionTemplate transaction) {
        this.store = store;
        this.members = members;
        this.types = types;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "segments that move";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run(BooleanSupplier stopping) {
        lookThrough(Instant.now().minus(HOLDS), stopping);
    }

    /** @param before when what is to be looked through was looked through last, at the latest */
    void lookThrough(Instant before, BooleanSupplier stopping) {
        for (UUID tenant : store.withDue(before)) {
            Caller.nobodyOf(tenant)
                    .run(() -> store.due(before, SegmentStore.MOST).forEach(segment -> round(segment, before, stopping)));
        }
    }

    private void round(UUID segment, Instant before, BooleanSupplier stopping) {
        boolean more = true;
        while (more && !stopping.getAsBoolean()) {
            more = Boolean.TRUE.equals(transaction.execute(status -> piece(segment, before)));
        }
    }

    /** @return whether there may be more */
    private boolean piece(UUID id, Instant before) {
        SegmentStore.Round round = store.lockDue(id, before);
        ObjectType type = round == null ? null : types.byName(round.segment().object());
        if (round == null || type == null) {
            return false;
        }
        Set<UUID> records = members.next(type, round.passed(), ComputeSegment.PIECE);
        members.settle(type, Set.of(id), records);
        if (records.size() < ComputeSegment.PIECE) {
            store.computed(id);
            return false;
        }
        store.passed(id, List.copyOf(records).getLast());
        return true;
    }
}
