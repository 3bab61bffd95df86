package io.keyuan.engine.query;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Right;
import io.keyuan.engine.Sight;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for several people at once, each by what they may. */
@Component
class SightOfPeople implements Sight {

    /** Of more, a statement is too long to be worth it. */
    private static final int TOGETHER = 100;

    private final DSLContext sql;
    private final Conditions conditions;
    private final Callers callers;

    SightOfPeople(DSLContext sql, Conditions conditions, Callers callers) {
        this.sql = sql;
        this.conditions = conditions;
        this.callers = callers;
    }

    @Override
    public Map<UUID, Set<UUID>> of(ObjectType type, Map<UUID, Set<UUID>> records) {
        Caller caller = Caller.current();
        Map<UUID, Set<UUID>> seen = new HashMap<>();
        List<Caller> people = List.copyOf(callers.of(caller.tenant(), records.keySet(), caller.locale()).values());
        for (int from = 0; from < people.size(); from += TOGETHER) {
            look(type, people.subList(from, Math.min(people.size(), from + TOGETHER)), records, seen);
        }
        return seen;
    }

    private void look(ObjectType type, List<Caller> people, Map<UUID, Set<UUID>> records, Map<UUID, Set<UUID>> seen) {
        List<Select<Record2<UUID, UUID>>> looks = new ArrayList<>();
        people.forEach(person -> person.run(() -> looks.add(look(type, person, Objects.requireNonNull(records.get(person.person()))))));
        @Nullable Select<Record2<UUID, UUID>> all = null;
        for (Select<Record2<UUID, UUID>> one : looks) {
            all = all == null ? one : all.unionAll(one);
        }
        if (all != null) {
            sql.fetch(all).forEach(row -> seen.computeIfAbsent(row.value1(), any -> new HashSet<>()).add(row.value2()));
        }
    }

    private Select<Record2<UUID, UUID>> look(ObjectType type, Caller person, Set<UUID> ids) {
        var id = Tables.uuid("t", "id");
        return select(inline(person.person()), id)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(id.eq(any(ids.toArray(UUID[]::new))))
                .and(Tables.alive("t"))
                .and(conditions.visible(Right.READ, type, "t"));
    }
}
