package io.keyuan.engine.pipeline;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Ref;
import io.keyuan.engine.sql.Tables;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Tells what hangs on a record, and the documents it is found by, that the record belongs to somebody else now. Versions stay:
 * nobody edited it.
 */
@Component
final class KeepOwnersAbove implements Step {

    private final DSLContext sql;
    private final ObjectTypes types;

    KeepOwnersAbove(DSLContext sql, ObjectTypes types) {
        this.sql = sql;
        this.types = types;
    }

    @Override
    public void apply(Batch batch) {
        Attribute<Ref> owner = batch.type().owner();
        if (owner == null || types.hangingOn(batch.type()).isEmpty()) {
            return;
        }
        UUID[] given = batch.live(Draft.Action.UPDATE).where(draft -> draft.changed(owner)).stream().map(Draft::id).distinct().toArray(UUID[]::new);
        if (given.length > 0) {
            types.hangingOn(batch.type()).forEach(child -> keep(batch.type(), owner, child, given));
            keepDocuments(batch.type(), owner, given);
        }
    }

    private void keep(ObjectType type, Attribute<Ref> owner, ObjectType child, UUID[] given) {
        ObjectType.Hanging hanging = Objects.requireNonNull(child.hanging());
        Field<UUID> above = Tables.uuid("c", column(hanging.above()));
        Field<UUID> now = Tables.uuid("p", column(owner));
        sql.update(Tables.rows(child, "c"))
                .set(unqualified(column(hanging.owner())), now)
                .from(Tables.of(type, "p"))
                .where(Tables.ofTenant(child, "c"), Tables.ofTenant("p"))
                .and(Tables.uuid("p", "id").eq(above))
                .and(Tables.among(Tables.uuid("p", "id"), given))
                .and(Tables.uuid("c", column(hanging.owner())).isDistinctFrom(now))
                .execute();
    }

    private void keepDocuments(ObjectType type, Attribute<Ref> owner, UUID[] given) {
        Field<UUID> now = Tables.uuid("p", column(owner));
        sql.update(Tables.of("search_document", "d"))
                .set(unqualified("above_owner_id"), now)
                .from(Tables.of(type, "p"))
                .where(Tables.ofTenant("d"), Tables.ofTenant("p"))
                .and(Tables.uuid("p", "id").eq(Tables.uuid("d", "above_id")))
                .and(Tables.among(Tables.uuid("d", "above_id"), given))
                .and(Tables.among(Tables.uuid("p", "id"), given))
                .and(Tables.uuid("d", "above_owner_id").isDistinctFrom(now))
                .execute();
    }

    private static String column(Attribute<?> attribute) {
        return attribute.columns().getFirst().name();
    }

    private static Field<UUID> unqualified(String column) {
        return field(name(column), SQLDataType.UUID);
    }
}
