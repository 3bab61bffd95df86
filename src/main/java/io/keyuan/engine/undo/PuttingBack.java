package io.keyuan.engine.undo;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.jobs.Jobs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts back, value by value, what an operation changed that {@linkplain io.keyuan.engine.jobs.JobKind#isWoven hangs together}. It was so before, so no
 * rule has a say, and it is put back whoever may change the records: what was done by virtue of the operation is taken back by virtue of it.
 */
@Component
class PuttingBack {

    private final Traces traces;
    private final Records records;

    PuttingBack(Traces traces, Records records) {
        this.traces = traces;
        this.records = records;
    }

    /**
     * What became of some records.
     *
     * @param left why those that are not wholly as before are not
     */
    record Done(Account account, Map<UUID, List<Fault>> left) {}

    /**
     * @param ours what took the operation back before, wholly or in part
     * @param due records of one object that were all deleted, or all not
     */
    Done apply(ObjectType type, Jobs.Undoing order, Set<UUID> ours, List<Trace> due) {
        return Trace.areDeletions(due) ? bringBack(type, due) : putBack(type, order, ours, due);
    }

    private Done bringBack(ObjectType type, List<Trace> due) {
        Set<UUID> there = traces.alive(type, due.stream().map(Trace::record).toList());
        List<Draft> drafts = due.stream().map(Trace::record).filter(record -> !there.contains(record)).map(record -> Draft.restore(type, record)).toList();
        return done(save(type, drafts), Map.of(), Set.of());
    }

    private Done putBack(ObjectType type, Jobs.Undoing order, Set<UUID> ours, List<Trace> due) {
        Map<UUID, Map<String, @Nullable UUID>> touched = traces.touched(due.stream().map(Trace::record).toList());
        Map<UUID, List<Fault>> kept = new LinkedHashMap<>();
        List<Draft> drafts = new ArrayList<>();
        for (Trace trace : due) {
            Map<String, @Nullable UUID> last = touched.getOrDefault(trace.record(), Map.of());
            Draft draft = Draft.update(type, trace.record(), null, Map.of());
            boolean effective = false;
            for (var value : trace.before().entrySet()) {
                Attribute<?> attribute = type.find(value.getKey());
                UUID by = last.get(value.getKey());
                if (attribute == null || attribute.type() instanceof LinesType || by != null && ours.contains(by)) {
                    continue;
                }
                if (order.insist() || order.job().equals(by)) {
                    revive(draft, attribute, value.getValue());
                    effective = true;
                } else if (isSaid(attribute)) {
                    kept.computeIfAbsent(trace.record(), any -> new ArrayList<>()).add(Fault.at(attribute, "changed-since"));
                }
            }
            if (effective) {
                drafts.add(draft.exactly());
            }
        }
        return done(save(type, drafts), kept, kept.keySet());
    }

    /** What rules compute of other values follows those, whichever they are. */
    private static boolean isSaid(Attribute<?> attribute) {
        return attribute.isWritable() || attribute.type() instanceof ReferenceType && attribute.isByCommand();
    }

    private static <T> void revive(Draft draft, Attribute<T> attribute, @Nullable Object before) {
        draft.set(attribute, before == null ? null : attribute.type().revive(before));
    }

    private List<Draft> save(ObjectType type, List<Draft> drafts) {
        return drafts.isEmpty() ? drafts : Caller.current().unbounded().get(() -> records.saveEach(new Batch(type, drafts)).drafts());
    }

    /** @param changed those of which something was changed since; of some of them nothing is put back */
    private static Done done(List<Draft> saved, Map<UUID, List<Fault>> kept, Set<UUID> changed) {
        Map<UUID, List<Fault>> left = new LinkedHashMap<>(kept);
        Account account = changed.stream().map(record -> Account.ofKept()).reduce(Account.NONE, Account::plus);
        for (Draft draft : saved) {
            if (!draft.isAlive()) {
                left.put(draft.id(), why(draft));
            }
            if (!changed.contains(draft.id())) {
                account = account.plus(draft.isAlive() ? Account.ofRestored() : Account.ofFailed());
            }
        }
        return new Done(account, left);
    }

    private static List<Fault> why(Draft draft) {
        boolean gone = Objects.requireNonNull(draft.failure()) == ProblemKind.NOT_FOUND || draft.faults().isEmpty();
        return gone ? Refusal.GONE.why() : draft.faults();
    }
}
