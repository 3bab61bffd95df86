package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.VisibilityCondition;
import io.keyuan.engine.sql.Tables;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * May the caller leave the rows like this? Handing a record away is allowed; hanging one under a parent that is not the
 * caller's to change is not.
 */
@Component
final class MayLeave implements Step {

    private final DSLContext sql;
    private final ObjectTypes types;
    private final VisibilityCondition visibility;

    MayLeave(DSLContext sql, ObjectTypes types, VisibilityCondition visibility) {
        this.sql = sql;
        this.types = types;
        this.visibility = visibility;
    }

    @Override
    public void apply(Batch batch) {
        Attribute<Ref> parent = batch.type().parent();
        if (parent == null) {
            return;
        }
        // A line that comes with its parent is judged with it: the parent may not even be stored yet.
        Batch.Selection moved = batch.whereChanged(parent).where(draft -> draft.isGiven(parent));
        if (!moved.isEmpty()) {
            Set<UUID> open = changeable(Objects.requireNonNull(types.target(parent)), moved.values(parent));
            moved.where(draft -> !open.contains(Objects.requireNonNull(draft.get(parent)).requireId()))
                    .forEach(draft -> draft.fail(ProblemKind.FORBIDDEN, Fault.at(parent, "may-not-edit")));
        }
    }

    private Set<UUID> changeable(ObjectType type, Set<Ref> parents) {
        UUID[] ids = parents.stream().map(Ref::requireId).toArray(UUID[]::new);
        return sql.select(Tables.uuid("t", "id"))
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.among(Tables.uuid("t", "id"), ids))
                .and(visibility.of(Right.EDIT, type, "t"))
                .fetchSet(Tables.uuid("t", "id"));
    }
}
