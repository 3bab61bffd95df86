package io.keyuan.engine;

import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import io.keyuan.engine.query.VisibilityCondition;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.sql.Turns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses that somebody comes to stand above themselves, and what lies in others of its kind to lie in itself: it would have no top. */
@Component
public final class Circles {

    private static final String THEN = " → ";
    /** Names beyond these are left out of the middle of what is told. */
    private static final int LONGEST = 12;

    /** Stands for what the caller may not see. */
    private static final String HIDDEN = "…";

    private final DSLContext sql;
    private final VisibilityCondition visibility;

    Circles(DSLContext sql, VisibilityCondition visibility) {
        this.sql = sql;
        this.visibility = visibility;
    }

    private record Step(String name, @Nullable UUID above) {}

    /** @param above points to a record of the same object; the way round is told by the titles of those that the caller may see */
    public void refuse(Batch batch, Attribute<Ref> above) {
        List<Draft> changed = batch.whereChanged(above).where(draft -> draft.get(above) != null).drafts();
        if (!changed.isEmpty()) {
            // Two who move records at the same moment would each see no circle, and make one together.
            Turns.await(sql, "above " + above.object().name());
            Map<UUID, Step> steps = new HashMap<>();
            batch.saved().forEach(draft -> steps.put(draft.id(), step(draft, above)));
            climb(batch.type(), above, steps);
            changed.forEach(draft -> judge(draft, above, steps));
        }
    }

    private static Step step(Draft draft, Attribute<Ref> above) {
        return new Step(String.valueOf(draft.get(draft.type().title())), id(draft.get(above)));
    }

    private static @Nullable UUID id(@Nullable Ref ref) {
        return ref == null ? null : ref.id();
    }

    /** One query for each level. */
    private void climb(ObjectType type, Attribute<Ref> above, Map<UUID, Step> steps) {
        Set<UUID> next = unknown(steps);
        while (!next.isEmpty()) {
            Map<UUID, Step> level = level(type, above, next);
            if (level.isEmpty()) {
                return;
            }
            steps.putAll(level);
            next = unknown(steps);
        }
    }

    private static Set<UUID> unknown(Map<UUID, Step> steps) {
        Set<UUID> unknown = new HashSet<>();
        steps.values().forEach(step -> {
            if (step.above() != null && !steps.containsKey(step.above())) {
                unknown.add(step.above());
            }
        });
        return unknown;
    }

    private Map<UUID, Step> level(ObjectType type, Attribute<Ref> above, Set<UUID> ids) {
        var id = Tables.uuid("t", "id");
        var name = when(trueCondition().and(visibility.of(Right.READ, type, "t")), Tables.words("t", type.title())).otherwise(HIDDEN);
        var up = Tables.reference("t", above);
        Map<UUID, Step> level = new HashMap<>();
        sql.select(id, name, up)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.among(id, ids.toArray(UUID[]::new)))
                .forEach(row -> level.put(row.value1(), new Step(row.value2(), row.value3())));
        return level;
    }

    private static void judge(Draft draft, Attribute<Ref> above, Map<UUID, Step> steps) {
        List<String> way = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        UUID at = draft.id();
        while (at != null && seen.add(at)) {
            Step step = steps.get(at);
            if (step == null) {
                return;
            }
            way.add(step.name());
            at = step.above();
        }
        if (draft.id().equals(at)) {
            way.add(way.getFirst());
            draft.reject(above, "circle", told(way));
        }
    }

    private static String told(List<String> way) {
        if (way.size() <= LONGEST) {
            return String.join(THEN, way);
        }
        List<String> shortened = new ArrayList<>(way.subList(0, LONGEST / 2));
        shortened.add("…");
        shortened.addAll(way.subList(way.size() - LONGEST / 2, way.size()));
        return String.join(THEN, shortened);
    }
}
