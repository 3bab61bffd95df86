package io.keyuan.engine.assign;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.VisibilityCondition;
import io.keyuan.engine.sql.Tables;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives some records to people, with what hangs on them, in the current transaction. What hangs on a record goes first: whoever
 * reaches it only through the record would reach it no more. A record that stays keeps what hangs on it.
 */
@Component
class Assignment {

    private static final Field<UUID> ID = Tables.uuid("t", "id");

    private final DSLContext sql;
    private final VisibilityCondition visibility;
    private final HangingRecords hanging;
    private final Giving giving;
    private final TransactionTemplate savepoint;

    Assignment(
            DSLContext sql, VisibilityCondition visibility, HangingRecords hanging, Giving giving, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.visibility = visibility;
        this.hanging = hanging;
        this.giving = giving;
        savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @param wanted who shall have which record: people who can own records, records that the caller may see */
    Outcome assign(ObjectType type, Map<UUID, UUID> wanted, Along along) {
        Map<UUID, @Nullable UUID> owners = reached(type, wanted.keySet(), true);
        Map<UUID, List<Fault>> refused = new LinkedHashMap<>();
        wanted.keySet().stream().filter(id -> !owners.containsKey(id)).forEach(id -> refused.put(id, Giving.MAY_NOT));
        while (true) {
            Map<UUID, UUID> due = new HashMap<>(wanted);
            due.keySet().removeAll(refused.keySet());
            Outcome outcome = attempt(type, due, owners, along);
            Map<UUID, List<Fault>> kept = outcome.records().kept();
            boolean again = !kept.isEmpty() && !along.objects().isEmpty();
            refused.putAll(kept);
            if (!again) {
                return new Outcome(new Giving.Given(outcome.records().given(), refused), outcome.already(), outcome.along());
            }
        }
    }

    private Outcome attempt(ObjectType type, Map<UUID, UUID> due, Map<UUID, @Nullable UUID> owners, Along along) {
        return Objects.requireNonNull(savepoint.execute(status -> {
            Map<ObjectType, Giving.Given> moved = new LinkedHashMap<>();
            along.objects().forEach(each -> moved.put(each.type(), giving.give(each.type(), hanging.of(each, due, owners, along))));
            Map<UUID, UUID> changing = new HashMap<>(due);
            changing.entrySet().removeIf(each -> each.getValue().equals(owners.get(each.getKey())));
            Giving.Given given = giving.give(type, changing);
            if (!given.kept().isEmpty() && !moved.isEmpty()) {
                status.setRollbackOnly();
            }
            return new Outcome(given, due.size() - changing.size(), moved);
        }));
    }

    /**
     * Whose those are that the caller may give away.
     *
     * @param locked whether nobody else may give them away until the transaction ends
     */
    Map<UUID, @Nullable UUID> reached(ObjectType type, Collection<UUID> ids, boolean locked) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var query = sql.select(ID, Handover.owner(type))
                .from(Tables.rows(type, "t"))
                .where(Tables.ofTenant(type, "t"))
                .and(Tables.alive("t"))
                .and(Tables.among(ID, ids.toArray(UUID[]::new)))
                .and(visibility.of(Right.ASSIGN, type, "t"))
                .orderBy(ID);
        Map<UUID, @Nullable UUID> owners = new HashMap<>();
        (locked ? query.forUpdate().of(Tables.rows(type, "t")) : query).forEach(row -> owners.put(row.get(ID), row.get(Handover.owner(type))));
        return owners;
    }
}
