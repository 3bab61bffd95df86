package io.keyuan.engine.erasure;

import static org.jooq.impl.DSL.any;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.sql.Tables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/**
 * The records of an operation that have to stay because others need them: what a record somebody made points to, and what
 * that points to in turn.
 */
@Component
class NeededRecords {

    private final DSLContext sql;
    private final ObjectTypes types;

    NeededRecords(DSLContext sql, ObjectTypes types) {
        this.sql = sql;
        this.types = types;
    }

    Map<ObjectType, Set<UUID>> of(UUID operation) {
        Map<ObjectType, Set<UUID>> needed = new HashMap<>();
        Map<ObjectType, Set<UUID>> newest = neededByOthers(operation);
        while (!newest.isEmpty()) {
            Map<ObjectType, Set<UUID>> next = new HashMap<>();
            newest.forEach((type, ids) -> follow(operation, type, ids, next));
            newest.forEach((type, ids) -> needed.computeIfAbsent(type, any -> new HashSet<>()).addAll(ids));
            next.forEach((type, ids) -> ids.removeAll(needed.getOrDefault(type, Set.of())));
            next.values().removeIf(Set::isEmpty);
            newest = next;
        }
        return needed;
    }

    private Map<ObjectType, Set<UUID>> neededByOthers(UUID operation) {
        Map<ObjectType, Set<UUID>> found = new HashMap<>();
        for (ObjectType type : types.all()) {
            Condition others = MadeRecords.isMade(operation, Tables.uuid("t", "id")).not();
            Attribute<?> parent = type.parent();
            if (parent != null) {
                // A line goes with its record, whoever wrote the line.
                others = others.and(MadeRecords.isMade(operation, column(parent)).not());
            }
            Condition condition = others;
            references(type)
                    .filter(reference -> !reference.equals(parent))
                    .forEach(reference -> collect(operation, reference, condition, found));
        }
        return found;
    }

    /** What these point to, their lines included; who made and changed them is told by the history only. */
    private void follow(UUID operation, ObjectType type, Set<UUID> ids, Map<ObjectType, Set<UUID>> found) {
        UUID[] chosen = ids.toArray(UUID[]::new);
        references(type)
                .filter(reference -> !reference.isSystem())
                .forEach(reference -> collect(operation, reference, Tables.uuid("t", "id").eq(any(chosen)), found));
        for (ObjectType child : partsOf(type)) {
            Condition ofThese = column(Objects.requireNonNull(child.parent())).eq(any(chosen));
            found.computeIfAbsent(child, any -> new HashSet<>()).addAll(sql.select(Tables.uuid("t", "id"))
                    .from(Tables.of(child, "t"))
                    .where(Tables.ofTenant("t"))
                    .and(ofThese)
                    .and(MadeRecords.isMade(operation, Tables.uuid("t", "id")))
                    .fetchSet(Tables.uuid("t", "id")));
        }
    }

    private void collect(UUID operation, Attribute<?> reference, Condition which, Map<ObjectType, Set<UUID>> found) {
        ObjectType target = Objects.requireNonNull(types.target(reference));
        Field<UUID> column = column(reference);
        found.computeIfAbsent(target, any -> new HashSet<>()).addAll(sql.selectDistinct(column)
                .from(Tables.of(reference.object(), "t"))
                .where(Tables.ofTenant("t"))
                .and(column.isNotNull())
                .and(which)
                .and(MadeRecords.isMade(operation, column))
                .fetchSet(column));
    }

    private List<ObjectType> partsOf(ObjectType type) {
        return types.all().stream()
                .filter(child -> child.parent() != null && type.equals(types.target(Objects.requireNonNull(child.parent()))))
                .toList();
    }

    private static Stream<Attribute<?>> references(ObjectType type) {
        return type.attributes().stream().filter(attribute -> attribute.type() instanceof ReferenceType);
    }

    private static Field<UUID> column(Attribute<?> reference) {
        return Tables.reference("t", reference);
    }
}
