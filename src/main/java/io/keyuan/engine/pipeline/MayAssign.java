package io.keyuan.engine.pipeline;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Reach;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.VisibilityCondition;
import io.keyuan.engine.sql.Tables;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * May the caller give these rows to somebody else? Whoever may change a record may not therefore give it away, however it is
 * tried: by a form, an import or a program.
 */
@Component
final class MayAssign implements Step {

    private final DSLContext sql;
    private final Access access;
    private final VisibilityCondition visibility;

    MayAssign(DSLContext sql, Access access, VisibilityCondition visibility) {
        this.sql = sql;
        this.access = access;
        this.visibility = visibility;
    }

    @Override
    public void apply(Batch batch) {
        Attribute<Ref> owner = batch.type().owner();
        if (owner != null) {
            made(batch, owner);
            changed(batch, owner);
        }
    }

    /** What one makes is one's own, or nobody's, unless one may give it to somebody else. */
    private void made(Batch batch, Attribute<Ref> owner) {
        if (!access.may(Right.ASSIGN, batch.type())) {
            batch.live(Draft.Action.CREATE)
                    .where(draft -> draft.isGiven(owner) && isSomebodyElse(draft.get(owner)))
                    .forEach(draft -> draft.fail(ProblemKind.FORBIDDEN, Fault.at(owner, "may-not-assign")));
        }
    }

    private static boolean isSomebodyElse(@Nullable Ref owner) {
        return owner != null && !Caller.current().person().equals(owner.id());
    }

    private void changed(Batch batch, Attribute<Ref> owner) {
        Batch.Selection given = batch.live(Draft.Action.UPDATE)
                .where(draft -> draft.right() != Right.ASSIGN && !draft.takesBack() && draft.changed(owner));
        if (!given.isEmpty() && !(access.reach(Right.ASSIGN, batch.type()) instanceof Reach.Everything)) {
            Set<UUID> allowed = reached(batch.type(), given);
            given.where(draft -> !allowed.contains(draft.id()))
                    .forEach(draft -> draft.fail(ProblemKind.FORBIDDEN, Fault.at(owner, "may-not-assign")));
        }
    }

    /** As the rows are stored: whose they were decides, not whose they shall be. */
    private Set<UUID> reached(ObjectType type, Batch.Selection given) {
        UUID[] ids = given.stream().map(Draft::id).distinct().toArray(UUID[]::new);
        return sql.select(Tables.uuid("t", "id"))
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.among(Tables.uuid("t", "id"), ids))
                .and(visibility.of(Right.ASSIGN, type, "t"))
                .fetchSet(Tables.uuid("t", "id"));
    }
}
