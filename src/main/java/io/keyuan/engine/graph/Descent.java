package io.keyuan.engine.graph;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds what lies in a record, and in that, level by level: one statement for each. What the caller may not see ends the way down. */
@Component
class Descent {

    /** Beyond these nothing is counted. */
    static final int MOST = 5_000;

    private static final int DEEPEST = 30;

    private final DSLContext sql;
    private final Conditions conditions;

    Descent(DSLContext sql, Conditions conditions) {
        this.sql = sql;
        this.conditions = conditions;
    }

    /**
     * What was found.
     *
     * @param under of each record found, in which of those right below the top it lies; these lie in themselves
     * @param whole false where there is more than was looked for
     */
    record Found(Map<UUID, UUID> under, boolean whole) {

        List<UUID> first() {
            return under.entrySet().stream().filter(entry -> entry.getKey().equals(entry.getValue())).map(Map.Entry::getKey).toList();
        }
    }

    Found from(ObjectType type, Attribute<Ref> above, UUID top) {
        Map<UUID, UUID> under = new LinkedHashMap<>();
        List<UUID> level = List.of(top);
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            Map<UUID, UUID> found = below(type, above, level, MOST + 1 - under.size());
            List<UUID> next = new ArrayList<>();
            found.forEach((id, upper) -> {
                UUID first = upper.equals(top) ? id : under.get(upper);
                // One that lies in itself by a circle is come to once.
                if (first != null && !id.equals(top) && under.putIfAbsent(id, first) == null) {
                    next.add(id);
                }
            });
            if (under.size() > MOST) {
                return new Found(under, false);
            }
            level = next;
        }
        return new Found(under, level.isEmpty());
    }

    private Map<UUID, UUID> below(ObjectType type, Attribute<Ref> above, List<UUID> level, int most) {
        Map<UUID, UUID> below = new LinkedHashMap<>();
        sql.select(Tables.uuid("t", "id"), Tables.reference("t", above))
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.among(Tables.reference("t", above), level.toArray(UUID[]::new)))
                .and(Tables.alive("t"))
                .and(conditions.visible(Right.READ, type, "t"))
                .orderBy(Tables.uuid("t", "id"))
                .limit(most)
                .forEach(row -> below.put(row.value1(), row.value2()));
        return below;
    }

    /** Those in which it lies, the next one first, up to one that lies in nothing or in what the caller may not see. */
    List<UUID> above(ObjectType type, Attribute<Ref> above, UUID id) {
        List<UUID> way = new ArrayList<>();
        Map<UUID, UUID> seen = new HashMap<>();
        UUID at = id;
        while (at != null && way.size() < DEEPEST && seen.putIfAbsent(at, id) == null) {
            UUID next = sql.select(Tables.uuid("a", "id"))
                    .from(Tables.of(type, "t"), Tables.of(type, "a"))
                    .where(Tables.ofTenant("t"))
                    .and(Tables.uuid("t", "id").eq(at))
                    .and(Tables.ofTenant("a"))
                    .and(Tables.uuid("a", "id").eq(Tables.reference("t", above)))
                    .and(Tables.alive("a"))
                    .and(conditions.visible(Right.READ, type, "a"))
                    .fetchOne(0, UUID.class);
            if (next != null && !next.equals(id)) {
                way.add(next);
            }
            at = next;
        }
        return way;
    }
}
