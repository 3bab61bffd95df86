package io.keyuan.engine.pipeline;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Ref;
import io.keyuan.engine.RollUp;
import io.keyuan.engine.sql.Figures;
import io.keyuan.engine.sql.Tables;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Brings the figures of parents up to date with their children: all parents of a batch with one statement, locked in the
 * order of their ids, their versions untouched since nobody edited them.
 */
@Component
final class KeepRollUps implements Step {

    private final DSLContext sql;
    private final ObjectTypes types;

    KeepRollUps(DSLContext sql, ObjectTypes types) {
        this.sql = sql;
        this.types = types;
    }

    @Override
    public void apply(Batch batch) {
        batch.type().rollUps().forEach(rollUp -> keep(batch, rollUp));
    }

    private void keep(Batch batch, RollUp rollUp) {
        UUID[] parents = batch.live()
                .where(draft -> draft.isEffective() && matters(draft, rollUp))
                .stream()
                .flatMap(draft -> Stream.of(draft.get(rollUp.parent()), draft.old(rollUp.parent())))
                .flatMap(Stream::ofNullable)
                .map(Ref::requireId)
                .distinct()
                .toArray(UUID[]::new);
        if (parents.length > 0) {
            lock(rollUp, parents);
            recompute(rollUp, parents);
        }
    }

    private static boolean matters(Draft draft, RollUp rollUp) {
        return draft.action() != Draft.Action.UPDATE || draft.changed(rollUp.parent()) || draft.changed(rollUp.source());
    }

    private void lock(RollUp rollUp, UUID[] parents) {
        sql.select(Tables.uuid("p", "id"))
                .from(Tables.rows(parent(rollUp), "p"))
                .where(Tables.ofTenant(parent(rollUp), "p"))
                .and(Tables.among(Tables.uuid("p", "id"), parents))
                .orderBy(Tables.uuid("p", "id"))
                .forNoKeyUpdate()
                .execute();
    }

    private void recompute(RollUp rollUp, UUID[] parents) {
        ObjectType child = rollUp.parent().object();
        Condition children = Tables.ofTenant("c")
                .and(Tables.alive("c"))
                .and(Tables.reference("c", rollUp.parent()).eq(Tables.uuid("p", "id")));
        set(rollUp, parents, field(select(Figures.of(rollUp, "c")).from(Tables.of(child, "c")).where(children)));
    }

    @SuppressWarnings("unchecked")
    private <T> void set(RollUp rollUp, UUID[] parents, Field<T> figure) {
        Field<T> target = field(DSL.name(rollUp.target().get().columns().getFirst().name()), figure.getDataType());
        sql.update(Tables.rows(parent(rollUp), "p"))
                .set(target, figure)
                .where(Tables.ofTenant(parent(rollUp), "p"))
                .and(Tables.among(Tables.uuid("p", "id"), parents))
                .execute();
    }

    private ObjectType parent(RollUp rollUp) {
        return Objects.requireNonNull(types.target(rollUp.parent()));
    }
}
