package io.keyuan.engine.pipeline;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Ref;
import io.keyuan.engine.sql.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says of what hangs on a record whose that is. Until this batch is done nobody gives the record to somebody else: the lock
 * is the one by which a foreign key holds its row, so it stands in nobody's way but {@link LoadStored}'s for a new owner.
 */
@Component
final class OwnersAbove implements Step {

    private final DSLContext sql;
    private final ObjectTypes types;

    OwnersAbove(DSLContext sql, ObjectTypes types) {
        this.sql = sql;
        this.types = types;
    }

    @Override
    public void apply(Batch batch) {
        ObjectType.Hanging hanging = batch.type().hanging();
        if (hanging == null) {
            return;
        }
        Batch.Selection moved = batch.whereChanged(hanging.above());
        if (!moved.isEmpty()) {
            Map<UUID, @Nullable UUID> owners = owners(hanging, moved);
            moved.set(hanging.owner(), draft -> owner(draft.get(hanging.above()), owners));
        }
    }

    private static @Nullable Ref owner(@Nullable Ref above, Map<UUID, @Nullable UUID> owners) {
        UUID owner = above == null || above.id() == null ? null : owners.get(above.id());
        return owner == null ? null : Ref.to(owner);
    }

    private Map<UUID, @Nullable UUID> owners(ObjectType.Hanging hanging, Batch.Selection moved) {
        UUID[] ids = moved.stream().flatMap(draft -> aboves(draft, hanging)).distinct().toArray(UUID[]::new);
        if (ids.length == 0) {
            return Map.of();
        }
        ObjectType type = Objects.requireNonNull(types.target(hanging.above()));
        Field<UUID> owner = Tables.reference("p", Objects.requireNonNull(type.owner()));
        Map<UUID, @Nullable UUID> owners = new HashMap<>();
        sql.select(Tables.uuid("p", "id"), owner)
                .from(Tables.rows(type, "p"))
                .where(Tables.ofTenant(type, "p"))
                .and(Tables.among(Tables.uuid("p", "id"), ids))
                .orderBy(Tables.uuid("p", "id"))
                .forKeyShare()
                .forEach(row -> owners.put(row.value1(), row.value2()));
        return owners;
    }

    /** What it hung on is held too: its figures are kept by the same batch. */
    private static Stream<UUID> aboves(Draft draft, ObjectType.Hanging hanging) {
        return Stream.of(draft.get(hanging.above()), draft.old(hanging.above()))
                .flatMap(Stream::ofNullable)
                .map(Ref::id)
                .flatMap(Stream::ofNullable);
    }
}
