package io.keyuan.identity.organisation;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Ref;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The records that a person or team will have once a batch is written, so that rules can compare them with each other. Whose
 * they are is locked, so that nobody writes another meanwhile.
 */
@Component
final class Siblings {

    private final DSLContext sql;
    private final ObjectTypes types;

    Siblings(DSLContext sql, ObjectTypes types) {
        this.sql = sql;
        this.types = types;
    }

    /**
     * A record as it will be.
     *
     * @param draft by which it is written; null for one that stays as it is stored
     * @param values of the attributes asked for; an id where they are references
     */
    record Sibling(UUID of, @Nullable Draft draft, List<@Nullable Object> values) {}

    /** Those of everybody who gets or changes one in this batch. */
    Map<UUID, List<Sibling>> of(Batch batch, Attribute<Ref> parent, Attribute<?>... read) {
        Batch.Selection living = batch.live().where(draft -> draft.action() != Draft.Action.DELETE && draft.get(parent) != null);
        Batch.Selection written = living.where(draft -> isMoved(draft, parent, read));
        Map<UUID, List<Sibling>> siblings = new HashMap<>();
        if (written.isEmpty()) {
            return siblings;
        }
        UUID[] parents = written.values(parent).stream().map(Ref::requireId).sorted().toArray(UUID[]::new);
        lock(Objects.requireNonNull(types.target(parent)), parents);
        List<Sibling> all = new ArrayList<>(stored(batch, parent, parents, read));
        living.forEach(draft -> all.add(drafted(draft, parent, read)));
        all.forEach(each -> siblings.computeIfAbsent(each.of(), of -> new ArrayList<>()).add(each));
        return siblings;
    }

    private static boolean isMoved(Draft draft, Attribute<Ref> parent, Attribute<?>[] read) {
        return draft.action() == Draft.Action.RESTORE || draft.changed(parent) || Arrays.stream(read).anyMatch(draft::changed);
    }

    /** A parent that is made in the same transaction has nobody else's children. */
    private void lock(ObjectType type, UUID[] ids) {
        var id = Tables.uuid("p", "id");
        var locked = sql.select(id).from(Tables.of(type, "p")).where(Tables.ofTenant("p")).and(Tables.among(id, ids));
        locked.orderBy(id).forNoKeyUpdate().fetch();
    }

    private List<Sibling> stored(Batch batch, Attribute<Ref> parent, UUID[] parents, Attribute<?>[] read) {
        Set<UUID> drafted = new HashSet<>();
        batch.drafts().forEach(draft -> drafted.add(draft.id()));
        var id = Tables.uuid("t", "id");
        var of = Tables.reference("t", parent);
        List<Field<?>> fields = new ArrayList<>(List.of(id, of));
        Arrays.stream(read).forEach(attribute -> fields.add(Tables.column("t", attribute)));
        return sql.select(fields)
                .from(Tables.of(batch.type(), "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(Tables.among(of, parents))
                .fetch()
                .stream()
                .filter(row -> !drafted.contains(row.get(id)))
                .map(row -> new Sibling(row.get(of), null, values(row, fields)))
                .toList();
    }

    private static List<@Nullable Object> values(Record row, List<Field<?>> fields) {
        List<@Nullable Object> values = new ArrayList<>();
        fields.stream().skip(2).forEach(field -> values.add(row.get(field)));
        return values;
    }

    private static Sibling drafted(Draft draft, Attribute<Ref> parent, Attribute<?>[] read) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Attribute<?> attribute : read) {
            Object value = draft.get(attribute);
            values.add(value instanceof Ref ref ? ref.requireId() : value);
        }
        return new Sibling(Objects.requireNonNull(draft.get(parent)).requireId(), draft, values);
    }
}
