package io.keyuan.engine.undo;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.jobs.Jobs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
    private final ObjectTypes types;

    PuttingBack(Traces traces, Records records, ObjectTypes types) {
        this.traces = traces;
        this.records = records;
        this.types = types;
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
     * @param awaited records that come back after these
     */
    Done apply(ObjectType type, Jobs.Undoing order, Set<UUID> ours, List<Trace> due, Set<UUID> awaited) {
        return Trace.areDeletions(due) ? bringBack(type, due) : putBack(type, order, ours, due, awaited);
    }

    private Done bringBack(ObjectType type, List<Trace> due) {
        Set<UUID> there = traces.alive(type, due.stream().map(Trace::record).toList());
        List<Draft> drafts = due.stream().map(Trace::record).filter(record -> !there.contains(record)).map(record -> Draft.restore(type, record)).toList();
        return done(save(type, drafts), Map.of(), Map.of());
    }

    private Done putBack(ObjectType type, Jobs.Undoing order, Set<UUID> ours, List<Trace> due, Set<UUID> awaited) {
        List<UUID> touched = due.stream().map(Trace::record).toList();
        var changes = new Changes(order, ours, traces.latest(touched, order.job()), traces.latest(touched));
        Map<UUID, List<Fault>> kept = new LinkedHashMap<>();
        Map<UUID, Map<Attribute<?>, @Nullable Object>> values = new LinkedHashMap<>();
        for (Trace trace : due) {
            for (var value : trace.before().entrySet()) {
                Attribute<?> attribute = type.find(value.getKey());
                if (attribute == null || attribute.type() instanceof LinesType || changes.isBack(trace.record(), value.getKey())) {
                    continue;
                }
                if (changes.stands(trace.record(), value.getKey())) {
                    values.computeIfAbsent(trace.record(), any -> new LinkedHashMap<>()).put(attribute, value.getValue());
                } else if (isSaid(attribute)) {
                    kept.computeIfAbsent(trace.record(), any -> new ArrayList<>()).add(Fault.at(attribute, "changed-since"));
                }
            }
        }
        Map<UUID, List<Fault>> missing = withoutGone(values, awaited);
        return done(save(type, values.entrySet().stream().map(each -> draft(type, each.getKey(), each.getValue())).toList()), kept, missing);
    }

    /** Takes out what points to records that are not there any more and do not come back. */
    private Map<UUID, List<Fault>> withoutGone(Map<UUID, Map<Attribute<?>, @Nullable Object>> values, Set<UUID> awaited) {
        Map<ObjectType, Set<UUID>> wanted = new LinkedHashMap<>();
        values.values().forEach(each -> each.forEach((attribute, value) -> {
            UUID target = target(attribute, value);
            if (target != null && !awaited.contains(target)) {
                wanted.computeIfAbsent(Objects.requireNonNull(types.target(attribute)), any -> new HashSet<>()).add(target);
            }
        }));
        Set<UUID> there = new HashSet<>(awaited);
        wanted.forEach((type, ids) -> there.addAll(traces.alive(type, ids)));
        Map<UUID, List<Fault>> missing = new LinkedHashMap<>();
        values.forEach((record, each) -> each.entrySet().removeIf(value -> {
            UUID target = target(value.getKey(), value.getValue());
            boolean gone = target != null && !there.contains(target);
            if (gone && isSaid(value.getKey())) {
                missing.computeIfAbsent(record, any -> new ArrayList<>()).add(Fault.at(value.getKey(), "unknown-reference"));
            }
            return gone;
        }));
        values.values().removeIf(Map::isEmpty);
        return missing;
    }

    private static @Nullable UUID target(Attribute<?> attribute, @Nullable Object value) {
        return value != null && attribute.type() instanceof ReferenceType reference ? reference.revive(value).requireId() : null;
    }

    private static Draft draft(ObjectType type, UUID record, Map<Attribute<?>, @Nullable Object> values) {
        Draft draft = Draft.update(type, record, null, Map.of());
        values.forEach((attribute, value) -> revive(draft, attribute, value));
        return draft.exactly();
    }

    /**
     * What the operation made of values, and what they are.
     *
     * @param ours what took it back before
     */
    private record Changes(Jobs.Undoing order, Set<UUID> ours, Map<UUID, Map<String, Traces.Value>> made, Map<UUID, Map<String, Traces.Value>> now) {

        private static Traces.@Nullable Value of(Map<UUID, Map<String, Traces.Value>> values, UUID record, String attribute) {
            return values.getOrDefault(record, Map.of()).get(attribute);
        }

        boolean isBack(UUID record, String attribute) {
            Traces.Value last = of(now, record, attribute);
            return last != null && last.operation() != null && ours.contains(last.operation());
        }

        /** Whether it is what the operation made it, be it that something later was taken back, or whoever wants it insists. */
        boolean stands(UUID record, String attribute) {
            Traces.Value last = of(now, record, attribute);
            Traces.Value made = of(this.made, record, attribute);
            return order.insist() || last != null && made != null && Objects.equals(last.value(), made.value());
        }
    }

    /** What rules compute of other values follows those, whichever they are; what commands point to does not. */
    private static boolean isSaid(Attribute<?> attribute) {
        ObjectType.Hanging hanging = attribute.object().hanging();
        boolean ownerAbove = hanging != null && attribute.equals(hanging.owner());
        return attribute.isWritable() || attribute.type() instanceof ReferenceType && !ownerAbove;
    }

    private static <T> void revive(Draft draft, Attribute<T> attribute, @Nullable Object before) {
        draft.set(attribute, before == null ? null : attribute.type().revive(before));
    }

    private List<Draft> save(ObjectType type, List<Draft> drafts) {
        return drafts.isEmpty() ? drafts : Caller.current().unbounded().get(() -> records.saveEach(new Batch(type, drafts)).drafts());
    }

    /**
     * @param kept those of which something was changed since, be it that the rest is back
     * @param missing those of which something cannot be put back
     */
    private static Done done(List<Draft> saved, Map<UUID, List<Fault>> kept, Map<UUID, List<Fault>> missing) {
        Map<UUID, List<Fault>> left = new LinkedHashMap<>(missing);
        saved.stream().filter(draft -> !draft.isAlive()).forEach(draft -> left.put(draft.id(), why(draft)));
        Set<UUID> failed = new HashSet<>(left.keySet());
        kept.forEach((record, why) -> left.merge(record, why, (one, other) -> Stream.concat(other.stream(), one.stream()).toList()));
        failed.removeAll(kept.keySet());
        long restored = saved.stream().map(Draft::id).filter(id -> !left.containsKey(id)).count();
        return new Done(new Account(restored + kept.size() + failed.size(), 0, restored, kept.size(), failed.size()), left);
    }

    private static List<Fault> why(Draft draft) {
        boolean gone = Objects.requireNonNull(draft.failure()) == ProblemKind.NOT_FOUND || draft.faults().isEmpty();
        return gone ? Refusal.GONE.why() : draft.faults();
    }
}
