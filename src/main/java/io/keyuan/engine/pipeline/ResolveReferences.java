package io.keyuan.engine.pipeline;

import static org.jooq.impl.DSL.noCondition;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Ref;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.VisibilityCondition;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the records that given references point to, with one query for each object pointed to. A record the caller may not
 * see is not there: a reference must not tell whether it exists.
 */
@Component
final class ResolveReferences implements Step {

    private final DSLContext sql;
    private final ObjectTypes types;
    private final VisibilityCondition visibility;

    ResolveReferences(DSLContext sql, ObjectTypes types, VisibilityCondition visibility) {
        this.sql = sql;
        this.types = types;
        this.visibility = visibility;
    }

    @Override
    public void apply(Batch batch) {
        Map<ObjectType, List<Given>> given = given(batch);
        given.forEach((target, references) -> {
            Found found = look(target, references);
            references.forEach(reference -> reference.settle(found));
        });
    }

    private Map<ObjectType, List<Given>> given(Batch batch) {
        Map<ObjectType, List<Given>> given = new LinkedHashMap<>();
        for (Attribute<?> attribute : batch.type().attributes()) {
            if (attribute.type() instanceof ReferenceType && attribute.isWritable()) {
                @SuppressWarnings("unchecked")
                var reference = (Attribute<Ref>) attribute;
                ObjectType target = Objects.requireNonNull(types.target(attribute));
                batch.correctable().where(draft -> !draft.isExact() && draft.isGiven(reference) && draft.get(reference) != null && draft.changed(reference))
                        .forEach(draft -> given.computeIfAbsent(target, any -> new ArrayList<>()).add(new Given(draft, reference)));
            }
        }
        return given;
    }

    private Found look(ObjectType target, List<Given> references) {
        Set<UUID> ids = new HashSet<>();
        Set<String> externalIds = new HashSet<>();
        references.forEach(reference -> {
            Ref ref = reference.ref();
            if (ref.id() != null) {
                ids.add(ref.id());
            } else if (ref.externalId() != null) {
                externalIds.add(ref.externalId());
            }
        });
        var found = new Found(new HashSet<>(), new HashMap<>());
        Condition seen = target.can(Capability.PEOPLE) ? noCondition() : visibility.of(Right.READ, target, "t");
        sql.select(Tables.uuid("t", "id"), Tables.text("t", "external_id"))
                .from(Tables.of(target, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(seen)
                .and(named(ids, externalIds))
                .forEach(row -> found.add(row.value1(), row.value2()));
        return found;
    }

    private static Condition named(Set<UUID> ids, Set<String> externalIds) {
        Condition byId = Tables.among(Tables.uuid("t", "id"), ids.toArray(UUID[]::new));
        Condition byExternalId = Tables.among(Tables.text("t", "external_id"), externalIds.toArray(String[]::new));
        return externalIds.isEmpty() ? byId : ids.isEmpty() ? byExternalId : byId.or(byExternalId);
    }

    private record Given(Draft draft, Attribute<Ref> attribute) {

        Ref ref() {
            return Objects.requireNonNull(draft.get(attribute));
        }

        void settle(Found found) {
            UUID id = found.find(ref());
            if (id == null) {
                draft.reject(attribute, "unknown-reference");
            } else {
                draft.set(attribute, Ref.to(id));
            }
        }
    }

    private record Found(Set<UUID> ids, Map<String, UUID> byExternalId) {

        void add(UUID id, @Nullable String externalId) {
            ids.add(id);
            if (externalId != null) {
                byExternalId.put(externalId, id);
            }
        }

        @Nullable UUID find(Ref ref) {
            if (ref.id() == null) {
                return byExternalId.get(Objects.requireNonNull(ref.externalId()));
            }
            return ids.contains(ref.id()) ? ref.id() : null;
        }
    }
}
