package io.keyuan.engine.merge;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.Ref;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.Row;
import io.keyuan.engine.TextType;
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
 * Makes one record of several, each part within the current transaction and as the current operation. What pointed to the others points to the one
 * before they go, so that nothing ever points nowhere. Whether the caller may change the one and delete the others decides; what hangs on them
 * follows by virtue of that, whoever may change it.
 */
@Component
class MergeWork {

    /** Records that are changed together. */
    static final int PIECE = 500;

    private final Records records;
    private final RecordsToMerge rows;
    private final MergedValues values;
    private final Pointers pointers;
    private final CameAlong belongings;
    private final MergedRecords merged;

    MergeWork(
            Records records, RecordsToMerge rows, MergedValues values, Pointers pointers, CameAlong belongings, MergedRecords merged) {
        this.records = records;
        this.rows = rows;
        this.values = values;
        this.pointers = pointers;
        this.belongings = belongings;
        this.merged = merged;
    }

    /** How many records point to those that are to go, up to a limit. */
    int pointing(ObjectType type, MergeOrder order, int limit) {
        return everywhere().get(() -> pointers.count(type, order.others(), Set.copyOf(order.all()), limit));
    }

    /** What the merge itself does to what hangs on the records is nobody's to refuse. */
    private static Caller everywhere() {
        return Caller.current().unbounded();
    }

    /**
     * Whether all records are there for the caller, as they were seen, to be changed and deleted.
     *
     * @throws Problem that tells which {@code record} is in the way
     */
    void check(ObjectType type, MergeOrder order) {
        Map<UUID, Row> there = rows.lock(type, order.all());
        requireThere(type, order, there);
        List<Draft> judged = new ArrayList<>();
        judged.add(Draft.update(type, order.into(), order.versions().get(order.into()), given(type, order, there)));
        order.from().forEach(id -> judged.add(Draft.delete(type, id, order.versions().get(id))));
        requireAlive(records.judge(new Batch(type, judged)));
    }

    private void requireThere(ObjectType type, MergeOrder order, Map<UUID, Row> there) {
        for (UUID id : order.all()) {
            if (!there.containsKey(id)) {
                UUID successor = merged.of(type, id);
                throw successor == null
                        ? new Problem(ProblemKind.NOT_FOUND, List.of(), Map.of("record", id.toString()))
                        : new Problem(
                                ProblemKind.CONFLICT, List.of(Fault.whole("merged-already")),
                                Map.of("record", id.toString(), "mergedInto", successor.toString()));
            }
        }
    }

    /** To whom the record is given decides whoever may give it. */
    private Map<String, Object> given(ObjectType type, MergeOrder order, Map<UUID, Row> there) {
        Attribute<Ref> owner = type.owner();
        if (owner == null || !order.choose().containsKey(owner.name())) {
            return Map.of();
        }
        MergedValues.Result result = values.of(type, order, there).get(owner);
        return result != null && result.changed() && result.value() instanceof Ref ref ? Map.of(owner.name(), owner.type().json(ref)) : Map.of();
    }

    private static void requireAlive(Batch judged) {
        for (Draft draft : judged.drafts()) {
            if (!draft.isAlive()) {
                throw new Problem(Objects.requireNonNull(draft.failure()), draft.faults(), Map.of("record", draft.id().toString()));
            }
        }
    }

    /** @return how many records have been led to the one that stays; fewer than the limit where none is left */
    int lead(ObjectType type, MergeOrder order, int limit) {
        return everywhere().get(() -> pointers.lead(type, order.into(), order.others(), limit));
    }

    /**
     * Brings it to its end.
     *
     * @param led how many records have been led to the one that stays already
     */
    MergeTally finish(ObjectType type, MergeOrder order, long led) {
        UUID job = Objects.requireNonNull(Caller.current().operation());
        Map<UUID, Row> there = rows.lock(type, order.all());
        requireThere(type, order, there);
        long all = led;
        int more = lead(type, order, PIECE);
        while (more > 0) {
            all += more;
            more = lead(type, order, PIECE);
        }
        Map<Attribute<?>, MergedValues.Result> results = values.of(type, order, there);
        checkLengths(results);
        int brought = belongings.bring(type, job, order.into(), order.others());
        records.save(new Batch(type, order.from().stream().map(id -> Draft.delete(type, id, null)).toList()));
        if (!order.values().isEmpty()) {
            requireAlive(records.judge(new Batch(type, List.of(Draft.update(type, order.into(), null, given(order))))));
        }
        everywhere().run(() -> records.save(new Batch(type, List.of(draft(type, order, results)))));
        merged.add(type, job, order.into(), order.from());
        return new MergeTally(order.into(), order.from().size(), all, brought);
    }

    private static void checkLengths(Map<Attribute<?>, MergedValues.Result> results) {
        results.forEach((attribute, result) -> {
            if (attribute.type() instanceof TextType text && result.value() instanceof String value && value.length() > text.maxLength()) {
                throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("choose." + attribute.name(), "too-long", text.maxLength(), value.length()));
            }
        });
    }

    @SuppressWarnings("NullAway")
    private static Map<String, Object> given(MergeOrder order) {
        return new LinkedHashMap<>(order.values());
    }

    /** Changed in any case: its history tells that others became it. Every value is meant as it is, so nothing is filled in by the way. */
    private static Draft draft(ObjectType type, MergeOrder order, Map<Attribute<?>, MergedValues.Result> results) {
        Draft draft = Draft.update(type, order.into(), null, given(order));
        results.forEach((attribute, result) -> {
            if (result.changed()) {
                set(draft, attribute, result.value());
            }
        });
        type.attributes().stream()
                .filter(attribute -> !(attribute.type() instanceof LinesType) && !(attribute.type() instanceof ReferenceType))
                .forEach(draft::give);
        draft.touch();
        // Where somebody types values by the way, they are judged with what they come beside.
        return order.values().isEmpty() ? draft.settled() : draft;
    }

    @SuppressWarnings("unchecked")
    private static <T> void set(Draft draft, Attribute<T> attribute, @Nullable Object value) {
        draft.set(attribute, (T) value);
    }
}
