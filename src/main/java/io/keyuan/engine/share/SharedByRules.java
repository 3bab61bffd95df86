package io.keyuan.engine.share;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Column;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.expression.Expressions;
import io.keyuan.engine.sql.GrantConditions;
import io.keyuan.engine.sql.Insert;
import io.keyuan.engine.sql.Statements;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what sharing rules give true to the records, in the transaction that changes them: two statements for a batch, and
 * none where no rule depends on what changed.
 */
@Component
public class SharedByRules {

    private static final String RULE = "rule";
    private static final List<Column> COLUMNS = List.of(
            column("object", "text"), column("record_id", "uuid"), column("principal_id", "uuid"), column("kind", "text"),
            column("editing", "boolean"), column("along", "boolean"), column("given_at", "timestamptz"));

    private final Insert insert = new Insert(GrantConditions.TABLE, COLUMNS, "on conflict (tenant_id, record_id, principal_id, kind) do update set given_at = excluded.given_at");
    private final ActiveRules rules;
    private final Expressions expressions;
    private final DSLContext sql;
    private final Statements statements;
    private final StoredGrants grants;

    SharedByRules(ActiveRules rules, Expressions expressions, DSLContext sql, Statements statements, StoredGrants grants) {
        this.rules = rules;
        this.expressions = expressions;
        this.sql = sql;
        this.statements = statements;
        this.grants = grants;
    }

    private static Column column(String name, String type) {
        return new Column(name, type, true, "");
    }

    public void keep(Batch batch) {
        List<SharingRule> concerned = rules.of(batch.type().name()).stream()
                .filter(rule -> batch.live().stream().anyMatch(draft -> matters(rule, draft)))
                .toList();
        if (!concerned.isEmpty()) {
            Set<UUID> records = new HashSet<>();
            batch.live().where(draft -> draft.action() != Draft.Action.DELETE).forEach(draft -> records.add(draft.id()));
            apply(batch.type(), concerned, records);
        }
    }

    private static boolean matters(SharingRule rule, Draft draft) {
        return switch (draft.action()) {
            case CREATE, RESTORE -> true;
            case UPDATE -> draft.changes().stream().anyMatch(attribute -> rule.attributes().contains(attribute.name()));
            case DELETE -> false;
        };
    }

    /** Brings what these rules give of these records up to date. */
    void apply(ObjectType type, List<SharingRule> applied, Set<UUID> records) {
        if (records.isEmpty()) {
            return;
        }
        Set<Grant> due = Caller.current().unbounded().get(() -> due(type, applied, records));
        Set<Grant> there = there(applied, records);
        List<Grant> missing = due.stream().filter(grant -> !there.contains(grant)).toList();
        List<Grant> over = there.stream().filter(grant -> !due.contains(grant)).toList();
        if (!missing.isEmpty()) {
            statements.execute(List.of(insert.of(values(type, missing))));
        }
        over.stream().map(Grant::principal).distinct().forEach(principal -> takeBack(principal, over));
        if (!missing.isEmpty() || !over.isEmpty()) {
            grants.followed();
        }
    }

    private record Grant(UUID record, UUID principal) {}

    private Set<Grant> due(ObjectType type, List<SharingRule> applied, Set<UUID> records) {
        List<Field<?>> columns = new ArrayList<>(List.of(Tables.uuid("t", "id")));
        applied.forEach(rule -> columns.add(field(condition(type, rule))));
        Set<Grant> due = new HashSet<>();
        for (Record row : sql.select(columns)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.uuid("t", "id").eq(any(records.toArray(UUID[]::new))))) {
            for (int i = 0; i < applied.size(); i++) {
                if (Boolean.TRUE.equals(row.get(i + 1, Boolean.class))) {
                    due.add(new Grant(row.get(0, UUID.class), applied.get(i).generation()));
                }
            }
        }
        return due;
    }

    private Condition condition(ObjectType type, SharingRule rule) {
        return expressions.condition(type, "t", rule.condition());
    }

    private Set<Grant> there(List<SharingRule> applied, Set<UUID> records) {
        var record = Tables.uuid("g", "record_id");
        var principal = Tables.uuid("g", "principal_id");
        return new HashSet<>(sql.select(record, principal)
                .from(Tables.of(GrantConditions.TABLE, "g"))
                .where(Tables.ofTenant("g"))
                .and(record.eq(any(records.toArray(UUID[]::new))))
                .and(principal.in(applied.stream().map(SharingRule::generation).toList()))
                .fetch(row -> new Grant(row.value1(), row.value2())));
    }

    private static @Nullable Object[][] values(ObjectType type, List<Grant> missing) {
        var now = Tables.bound(Instant.now());
        @Nullable Object[][] values = new Object[COLUMNS.size()][missing.size()];
        for (int row = 0; row < missing.size(); row++) {
            Grant grant = missing.get(row);
            @Nullable Object[] cells = {type.name(), grant.record(), grant.principal(), RULE, true, true, now};
            for (int column = 0; column < cells.length; column++) {
                java.util.Objects.requireNonNull(values[column])[row] = cells[column];
            }
        }
        return values;
    }

    /** There are as many statements as rules that took something back, which a batch of records has few of. */
    private void takeBack(UUID principal, List<Grant> over) {
        UUID[] records = over.stream().filter(grant -> grant.principal().equals(principal)).map(Grant::record).toArray(UUID[]::new);
        sql.deleteFrom(Tables.of(GrantConditions.TABLE, "g"))
                .where(Tables.ofTenant("g"))
                .and(Tables.uuid("g", "principal_id").eq(principal))
                .and(field(name("g", "record_id"), UUID.class).eq(any(records)))
                .execute();
    }
}
