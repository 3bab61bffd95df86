package io.keyuan.engine.timeline;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may take part in what happens to a record: whoever may see it, while it lives. */
@Component
class Gate {

    private final DSLContext sql;
    private final Conditions conditions;
    private final Callers callers;

    Gate(DSLContext sql, Conditions conditions, Callers callers) {
        this.sql = sql;
        this.conditions = conditions;
        this.callers = callers;
    }

    /**
     * @return the record on whose timeline what is said here is told as well; null for none
     * @throws Problem where the record is not there, or not for the caller
     */
    @Nullable UUID enter(ObjectType type, UUID id) {
        Record found = sql.select(anchor(type))
                .from(Tables.of(type, "t"))
                .where(there(type, id))
                .fetchOne();
        if (found == null) {
            throw Problem.notFound();
        }
        return found.get(0, UUID.class);
    }

    private Condition there(ObjectType type, UUID id) {
        return Tables.ofTenant("t").and(Tables.uuid("t", "id").eq(id)).and(Tables.alive("t")).and(conditions.visible(Right.READ, type, "t"));
    }

    private static Field<UUID> anchor(ObjectType type) {
        List<Attribute<Ref>> anchors = type.entry() != null ? type.entry().of() : type.anchor() == null ? List.of() : List.of(type.anchor());
        List<Field<UUID>> columns = new ArrayList<>();
        anchors.forEach(anchor -> columns.add(Tables.reference("t", anchor)));
        Field<UUID> none = inline(null, SQLDataType.UUID);
        return coalesce(none, columns.toArray(Field<?>[]::new)).as("anchor");
    }

    /** @return those of the people who may sign in and see the record, each by their own rights */
    Set<UUID> readers(ObjectType type, UUID id, Set<UUID> people) {
        Map<UUID, Caller> known = people.isEmpty() ? Map.of() : callers.of(Caller.current().tenant(), people, Caller.current().locale());
        if (known.isEmpty()) {
            return Set.of();
        }
        List<UUID> order = List.copyOf(known.keySet());
        List<Field<?>> sees = order.stream().<Field<?>>map(person -> field(sees(type, id, known.get(person)))).toList();
        Record answer = sql.select(sees).fetchSingle();
        Set<UUID> readers = new HashSet<>();
        for (int i = 0; i < order.size(); i++) {
            if (Boolean.TRUE.equals(answer.get(i, Boolean.class))) {
                readers.add(order.get(i));
            }
        }
        return readers;
    }

    private Condition sees(ObjectType type, UUID id, @Nullable Caller person) {
        var condition = new AtomicReference<Condition>();
        java.util.Objects.requireNonNull(person).run(() -> condition.set(there(type, id)));
        return exists(selectOne().from(Tables.of(type, "t")).where(condition.get()));
    }
}
