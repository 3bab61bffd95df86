package io.keyuan.engine.assign;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.sql.Tables;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the records an order is about, page by page in the order of their ids: what is given away may fall out of the filter,
 * and out of sight, and yet each comes by once.
 */
@Component
class Selection {

    private static final Field<UUID> ID = Tables.uuid("t", "id");

    private final DSLContext sql;
    private final Conditions conditions;

    Selection(DSLContext sql, Conditions conditions) {
        this.sql = sql;
        this.conditions = conditions;
    }

    /**
     * Some of them.
     *
     * @param there those that the caller may see
     * @param missing those that were asked for by their ids and are not there, or not for the caller
     * @param last where the next page begins
     */
    record Page(List<UUID> there, List<UUID> missing, UUID last) {}

    /** @return null where none is left */
    @Nullable Page next(ObjectType type, Order order, UUID job, @Nullable UUID after, int limit) {
        return order.ids() == null ? nextOfFilter(type, order, job, after, limit) : nextOfIds(type, order.ids(), after, limit);
    }

    private @Nullable Page nextOfFilter(ObjectType type, Order order, UUID job, @Nullable UUID after, int limit) {
        List<UUID> found = sql.select(ID)
                .from(Tables.of(type, "t"))
                .where(filtered(type, order, job))
                .and(after == null ? DSL.noCondition() : ID.gt(after))
                .orderBy(ID)
                .limit(limit)
                .fetch(ID);
        return found.isEmpty() ? null : new Page(found, List.of(), found.getLast());
    }

    /** What is made after the job was asked for has an id after the job's. */
    private Condition filtered(ObjectType type, Order order, UUID job) {
        return visible(type).and(ID.lt(job)).and(conditions.filter(type, "t", order.filter()));
    }

    private Condition visible(ObjectType type) {
        return Tables.ofTenant("t").and(Tables.alive("t")).and(conditions.visible(Right.READ, type, "t"));
    }

    private @Nullable Page nextOfIds(ObjectType type, List<UUID> ids, @Nullable UUID after, int limit) {
        int from = after == null ? 0 : ids.indexOf(after) + 1;
        List<UUID> some = ids.subList(from, Math.min(ids.size(), from + limit));
        if (some.isEmpty()) {
            return null;
        }
        Set<UUID> there = sql.select(ID)
                .from(Tables.of(type, "t"))
                .where(visible(type))
                .and(Tables.among(ID, some.toArray(UUID[]::new)))
                .fetchSet(ID);
        return new Page(some.stream().filter(there::contains).toList(), some.stream().filter(id -> !there.contains(id)).toList(), some.getLast());
    }

    /** How many there are, for telling how far the work is. */
    int count(ObjectType type, Order order, UUID job) {
        return order.ids() == null ? sql.fetchCount(Tables.of(type, "t"), filtered(type, order, job)) : order.ids().size();
    }
}
