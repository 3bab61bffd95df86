package io.keyuan.engine.bulk;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
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
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Finds the records that long work is about, page by page in the order of their ids: what is changed may fall out of the
 * filter, and out of sight, and yet each comes by once.
 */
@NamedInterface("bulk")
@Component
public class ChosenRecords {

    private static final int MOST_IDS = 10_000;

    private static final Field<UUID> ID = Tables.uuid("t", "id");

    private final DSLContext sql;
    private final Conditions conditions;

    ChosenRecords(DSLContext sql, Conditions conditions) {
        this.sql = sql;
        this.conditions = conditions;
    }

    /**
     * What somebody asks for, once it is found to make sense.
     *
     * @throws Problem where it is neither a filter nor ids, or a wrong one
     */
    public Chosen read(ObjectType type, @Nullable String filter, @Nullable List<@Nullable String> ids) {
        if ((filter == null) == (ids == null)) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("filter", "which-records"));
        }
        if (filter != null) {
            conditions.filter(type, "t", filter);
        }
        return new Chosen(filter, ids == null ? null : ids(ids));
    }

    private static List<UUID> ids(List<@Nullable String> ids) {
        if (ids.isEmpty()) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("ids", "which-records"));
        }
        if (ids.size() > MOST_IDS) {
            throw Problem.of(ProblemKind.TOO_LARGE, Fault.at("ids", "too-many-rows", MOST_IDS));
        }
        return ids.stream().map(ChosenRecords::id).distinct().sorted().toList();
    }

    private static UUID id(@Nullable String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("ids", "bad-id"));
        }
    }

    /**
     * Some of them.
     *
     * @param there those that the caller may see
     * @param missing those that were asked for by their ids and are not there, or not for the caller
     * @param last where the next page begins
     */
    @NamedInterface("bulk")
    public record Page(List<UUID> there, List<UUID> missing, UUID last) {}

    /** @return null where none is left */
    public @Nullable Page next(ObjectType type, Chosen chosen, UUID job, @Nullable UUID after, int limit) {
        return chosen.ids() == null ? nextOfFilter(type, chosen, job, after, limit) : nextOfIds(type, chosen.ids(), after, limit);
    }

    private @Nullable Page nextOfFilter(ObjectType type, Chosen chosen, UUID job, @Nullable UUID after, int limit) {
        List<UUID> found = sql.select(ID)
                .from(Tables.of(type, "t"))
                .where(filtered(type, chosen, job))
                .and(after == null ? DSL.noCondition() : ID.gt(after))
                .orderBy(ID)
                .limit(limit)
                .fetch(ID);
        return found.isEmpty() ? null : new Page(found, List.of(), found.getLast());
    }

    /** What is made after the job was asked for has an id after the job's. */
    private Condition filtered(ObjectType type, Chosen chosen, UUID job) {
        return visible(type).and(ID.lt(job)).and(conditions.filter(type, "t", chosen.filter()));
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
    public int count(ObjectType type, Chosen chosen, UUID job) {
        return chosen.ids() == null ? sql.fetchCount(Tables.of(type, "t"), filtered(type, chosen, job)) : chosen.ids().size();
    }
}
