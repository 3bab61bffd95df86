package io.keyuan.engine.calculation;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Ref;
import io.keyuan.engine.expression.Used;
import io.keyuan.engine.sql.Tables;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Works out what follows from a change, in the order of the plan: each calculated attribute once, after all it goes by. What a record and
 * the records above it have is settled in the transaction of the change. Of what they are the reason for further down there may be any
 * number: that is {@linkplain CalculatedBelow written down}, and settled right behind it.
 */
@Component
public class Recalculation {

    private final Plans plans;
    private final Calculator calculator;
    private final CalculatedBelow below;
    private final ObjectTypes types;
    private final DSLContext sql;

    Recalculation(Plans plans, Calculator calculator, CalculatedBelow below, ObjectTypes types, DSLContext sql) {
        this.plans = plans;
        this.calculator = calculator;
        this.below = below;
        this.types = types;
        this.sql = sql;
    }

    /** After a batch was written; its drafts are told what their records have now. */
    public void after(Batch batch) {
        Plan plan = plans.current();
        if (plan.isEmpty()) {
            return;
        }
        var dirty = new Dirty();
        Map<UUID, Draft> drafts = new HashMap<>();
        for (Draft draft : batch.live().where(Draft::isEffective).drafts()) {
            drafts.put(draft.id(), draft);
            note(draft, dirty);
        }
        noteLines(plan, batch.type(), drafts.values(), dirty);
        batch.type().rollUps().forEach(rollUp -> dirty.changed(rollUp.target().get(), parents(drafts.values(), rollUp.parent())));
        run(plan, dirty, drafts);
    }

    private static void note(Draft draft, Dirty dirty) {
        switch (draft.action()) {
            case UPDATE -> draft.changes().forEach(attribute -> dirty.changed(attribute, List.of(draft.id())));
            case CREATE -> dirty.made(draft.type(), draft.id());
            case DELETE, RESTORE -> dirty.whole(draft.type(), draft.id());
        }
    }

    /** Lines come and go with their record, which alone is in the recycle bin. */
    private void noteLines(Plan plan, ObjectType type, Collection<Draft> drafts, Dirty dirty) {
        UUID[] moved = drafts.stream().filter(Recalculation::comesOrGoes).map(Draft::id).toArray(UUID[]::new);
        if (moved.length > 0) {
            plan.inOrder().stream()
                    .flatMap(known -> known instanceof Known.OfOthers summary ? Stream.of(summary) : Stream.empty())
                    .filter(summary -> summary.areLines() && type.equals(types.target(summary.above())))
                    .map(Known.OfOthers::others)
                    .distinct()
                    .forEach(lines -> ofRecords(lines, moved).forEach(line -> dirty.whole(lines, line)));
        }
    }

    private static boolean comesOrGoes(Draft draft) {
        return draft.action() == Draft.Action.DELETE || draft.action() == Draft.Action.RESTORE;
    }

    private List<UUID> ofRecords(ObjectType lines, UUID[] records) {
        Field<UUID> id = Tables.uuid("c", "id");
        Attribute<?> above = Objects.requireNonNull(lines.parent());
        return sql.select(id).from(Tables.of(lines, "c")).where(Tables.ofTenant("c")).and(Tables.among(Tables.reference("c", above), records)).fetch(id);
    }

    /** After one attribute of some records was worked out by itself. */
    void after(Attribute<?> attribute, Collection<UUID> changed) {
        var dirty = new Dirty();
        dirty.changed(attribute, changed);
        run(plans.current(), dirty, Map.of());
    }

    /**
     * Works out one attribute of some records, and what follows from it.
     *
     * @param attribute by name, which may be gone by now
     */
    public void settle(Attribute<?> attribute, Collection<UUID> records) {
        plans.current().inOrder().stream()
                .filter(known -> known.attribute().equals(attribute))
                .findFirst()
                .ifPresent(known -> after(attribute, calculator.settle(known, records).keySet()));
    }

    /** Of an object, the names of attributes that some records have not followed in yet. */
    public Set<String> unsettled(ObjectType type) {
        return plans.current().isEmpty() ? Set.of() : below.unsettled(type);
    }

    private void run(Plan plan, Dirty dirty, Map<UUID, Draft> drafts) {
        for (Known known : plan.inOrder()) {
            Map<UUID, @Nullable Object> changed = calculator.settle(known, switch (known) {
                case Known.OfRecord formula -> concerned(formula, dirty);
                case Known.OfOthers summary -> concerned(summary, dirty, drafts);
            });
            dirty.changed(known.attribute(), changed.keySet());
            changed.forEach((id, value) -> tell(drafts.get(id), known.attribute(), value));
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> void tell(@Nullable Draft draft, Attribute<T> attribute, @Nullable Object value) {
        if (draft != null && draft.type().equals(attribute.object())) {
            draft.set(attribute, (T) value);
        }
    }

    /** The records themselves; those that point to others that changed are left for later. */
    private Set<UUID> concerned(Known.OfRecord formula, Dirty dirty) {
        Set<UUID> records = new LinkedHashSet<>(dirty.whole(formula.type()));
        Map<List<Attribute<?>>, Set<UUID>> others = new LinkedHashMap<>();
        for (Used used : formula.used()) {
            if (used.isOwn()) {
                records.addAll(dirty.of(used.attribute()));
            } else {
                others.computeIfAbsent(used.way(), any -> new LinkedHashSet<>()).addAll(dirty.pointedTo(used.attribute()));
            }
        }
        others.forEach((way, changed) -> below.due(formula.type(), formula.attribute().name(), way, changed));
        return records;
    }

    /** Those that are pointed to now, or were. */
    private Set<UUID> concerned(Known.OfOthers summary, Dirty dirty, Map<UUID, Draft> drafts) {
        Set<UUID> others = new HashSet<>();
        summary.causes().forEach(cause -> others.addAll(dirty.of(cause)));
        // Of nothing the sum is zero, not nothing.
        Set<UUID> records = new LinkedHashSet<>(dirty.made(summary.type()));
        if (others.isEmpty()) {
            return records;
        }
        records.addAll(parents(others.stream().map(drafts::get).filter(Objects::nonNull).toList(), summary.reference()));
        others.removeAll(drafts.keySet());
        if (!others.isEmpty()) {
            records.addAll(pointedTo(summary, others));
        }
        return records;
    }

    private Set<UUID> pointedTo(Known.OfOthers summary, Set<UUID> others) {
        var reference = Tables.reference("c", summary.reference());
        return sql.selectDistinct(reference)
                .from(Tables.of(summary.others(), "c"))
                .where(Tables.ofTenant("c"))
                .and(Tables.among(Tables.uuid("c", "id"), others.toArray(UUID[]::new)))
                .and(reference.isNotNull())
                .fetchSet(reference);
    }

    @SuppressWarnings("unchecked")
    private static Set<UUID> parents(Collection<Draft> drafts, Attribute<?> reference) {
        var parent = (Attribute<Ref>) reference;
        Set<UUID> parents = new LinkedHashSet<>();
        drafts.stream()
                .filter(draft -> draft.type().equals(reference.object()))
                .flatMap(draft -> Stream.of(java.util.Optional.ofNullable(draft.get(parent)), java.util.Optional.ofNullable(draft.old(parent))))
                .flatMap(java.util.Optional::stream)
                .forEach(ref -> parents.add(ref.requireId()));
        return parents;
    }
}
