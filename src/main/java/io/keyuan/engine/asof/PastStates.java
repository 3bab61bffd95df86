package io.keyuan.engine.asof;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectDistinct;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.Reader;
import io.keyuan.engine.query.VisibilityCondition;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rebuilds records from what they are and from the trail of what was done to them. Which ones there is anything to take back
 * from, the change log knows: it has one row for all records of a batch.
 */
@Component
public class PastStates {

    /** So many records are rebuilt while somebody waits: 1.3 s for the first page. */
    static final int MOST = 20_000;

    private static final int SECONDS = 3;
    private static final Field<UUID[]> IDS = field(name("c", "ids"), SQLDataType.UUID.array());

    private static final Field<String[]> CHANGED = field(name("c", "attributes"), SQLDataType.CLOB.array());

    private final DSLContext sql;
    private final VisibilityCondition visibility;
    private final TakenBack takenBack;

    PastStates(DSLContext sql, VisibilityCondition visibility, TakenBack takenBack) {
        this.sql = sql;
        this.visibility = visibility;
        this.takenBack = takenBack;
    }

    /**
     * All that were there before the moment and have been changed since, with what they were.
     *
     * @param concerned the attributes whose changes count; null for all
     * @throws Problem where they are too many
     */
    States changedSince(ObjectType type, Instant moment, @Nullable Set<Attribute<?>> concerned) {
        var changed = selectDistinct(Tables.elements(IDS))
                .from(Tables.of("change_log", "c"))
                .where(Tables.ofTenant("c"))
                .and(Tables.text("c", "object").eq(type.name()))
                .and(Tables.time("c", "at").gt(Tables.bound(moment)))
                .and(Tables.text("c", "action").ne("create"))
                .and(concerned == null || isByStamps(type, concerned) ? noCondition() : concerns(concerned));
        States states = states(type, moment, Tables.uuid("t", "id").in(changed));
        if (states.size() > MOST) {
            throw Problem.of(ProblemKind.UNINDEXED, Fault.at("asOf", "too-much-changed", MOST));
        }
        return states;
    }

    /** Every change stamps the record with itself. */
    private static boolean isByStamps(ObjectType type, Set<Attribute<?>> concerned) {
        return concerned.contains(type.version) || concerned.contains(type.updatedAt) || concerned.contains(type.updatedBy);
    }

    /** A record that came back or went does so whatever it says; of older batches nobody knows what they changed. */
    private static Condition concerns(Set<Attribute<?>> concerned) {
        return Tables.text("c", "action").ne("update").or(CHANGED.isNull())
                .or(arrayOverlap(CHANGED, concerned.stream().map(Attribute::name).toArray(String[]::new)));
    }

    /** What some records were, changed since or not. */
    public States of(ObjectType type, Instant moment, Collection<UUID> ids) {
        return states(type, moment, Tables.uuid("t", "id").eq(any(ids.toArray(UUID[]::new))));
    }

    private States states(ObjectType type, Instant moment, Condition these) {
        Reader reader = Reader.all(type);
        List<State> present = reader.fetch(
                sql.select(reader.fields("t"))
                        .select(field(reached(type)).as("reached"))
                        .from(Tables.of(type, "t"))
                        .where(Tables.ofTenant("t"))
                        .and(these)
                        .and(Tables.time("t", "created_at").le(Tables.bound(moment)))
                        .limit(MOST + 1)
                        .queryTimeout(SECONDS),
                (row, result) -> new State(row, result.getBoolean(reader.width() + 1)));
        Map<UUID, State> states = new LinkedHashMap<>();
        present.forEach(state -> states.put(state.id(), state));
        if (!states.isEmpty() && states.size() <= MOST) {
            takenBack.from(states, moment);
        }
        return new States(type, states);
    }

    /** Rights are those of today, over what the record is today: what was handed away is not seen by looking at the time before. */
    private Condition reached(ObjectType type) {
        return Tables.alive("t").and(visibility.of(Right.READ, type, "t"))
                .or(not(Tables.alive("t")).and(visibility.of(Right.DELETE, type, "t")));
    }
}
