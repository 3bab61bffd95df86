package io.keyuan.engine.seal;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Column;
import io.keyuan.engine.Ids;
import io.keyuan.engine.sql.Insert;
import io.keyuan.engine.sql.Statements;
import io.keyuan.engine.sql.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was sealed and has been erased since. The hashes of such rows stay in their blocks, so the chain holds; that they
 * are missing is accounted for by an event, which is sealed in its turn, and which says how many went.
 */
@Component
class Erasures {

    private static final String KIND = "records-erased";
    private static final Table<Record> ERASED = Tables.of("audit_erased", "e");
    private static final Field<UUID> ROW = Tables.uuid("e", "row_id");
    private static final Field<UUID> ERASURE = Tables.uuid("e", "erasure");
    private static final Field<JSONB> DETAILS = Tables.json("t", "details");

    private final DSLContext sql;
    private final Statements statements;
    private final Chain chain;
    private final AuditTrail trail;
    private final JsonMapper json;
    private final Insert insert =
            new Insert("audit_erased", List.of(new Column("row_id", "uuid", true, ""), new Column("erasure", "uuid", true, "")), "");

    Erasures(DSLContext sql, Statements statements, Chain chain, AuditTrail trail, JsonMapper json) {
        this.sql = sql;
        this.statements = statements;
        this.chain = chain;
        this.trail = trail;
        this.json = json;
    }

    /** Their changes are about to go, in the current transaction. What is not sealed yet never will be. */
    @EventListener
    void erasing(io.keyuan.engine.erasure.RecordsErased gone) {
        Chain.End end = chain.hold();
        UUID[] rows = sql.select(TrailTable.ID)
                .from(TrailTable.CHANGES.table())
                .where(Tables.ofTenant("t"))
                .and(Tables.uuid("t", "record_id").eq(any(gone.ids().toArray(UUID[]::new))))
                .and(row(TrailTable.POSITION, TrailTable.ID).le(row(val(end.place().position()), val(end.place().id()))))
                .fetchArray(TrailTable.ID);
        UUID erasure = Ids.next();
        if (rows.length > 0) {
            UUID[] same = new UUID[rows.length];
            java.util.Arrays.fill(same, erasure);
            statements.execute(List.of(insert.of(new @Nullable Object[][] {rows, same})));
        }
        trail.keep(new AuditEvent(
                KIND, gone.type().name(), null, Map.of("erasure", erasure.toString(), "records", gone.ids().size(), "changes", rows.length)));
    }

    /** Which of these rows were erased. */
    Set<UUID> among(List<UUID> rows) {
        return rows.isEmpty() ? Set.of() : sql.select(ROW)
                .from(ERASED)
                .where(Tables.ofTenant("e"))
                .and(ROW.eq(any(rows.toArray(UUID[]::new))))
                .fetchSet(ROW);
    }

    /** Whether an event tells of every row that was erased, and of as many. */
    boolean areAccountedFor() {
        Map<UUID, Integer> marked = sql.select(ERASURE, count()).from(ERASED).where(Tables.ofTenant("e")).groupBy(ERASURE).fetchMap(ERASURE, count());
        return marked.isEmpty() || marked.equals(told());
    }

    private Map<UUID, Integer> told() {
        Map<UUID, Integer> told = new HashMap<>();
        sql.select(DETAILS)
                .from(TrailTable.EVENTS.table())
                .where(Tables.ofTenant("t"))
                .and(Tables.text("t", "kind").eq(KIND))
                .fetch(DETAILS)
                .forEach(details -> {
                    JsonNode node = json.readTree(details.data());
                    if (node.path("changes").asInt(0) > 0) {
                        told.put(UUID.fromString(node.path("erasure").asString("")), node.path("changes").asInt());
                    }
                });
        return told;
    }
}
