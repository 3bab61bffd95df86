package io.keyuan.engine.pipeline;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Era;
import io.keyuan.engine.sql.Snapshots;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Tells the change log what happened, in the transaction in which it happened: one row for all records of a batch that
 * went the same way.
 */
@Component
final class AppendChanges implements Step {

    private final DSLContext sql;
    private final Era era;

    AppendChanges(DSLContext sql, Era era) {
        this.sql = sql;
        this.era = era;
    }

    @Override
    public void apply(Batch batch) {
        for (Draft.Action action : Draft.Action.values()) {
            List<Draft> drafts = batch.live(action).where(Draft::isEffective).drafts();
            if (!drafts.isEmpty()) {
                append(batch, action, drafts.stream().map(Draft::id).toArray(UUID[]::new));
            }
        }
    }

    private void append(Batch batch, Draft.Action action, UUID[] ids) {
        Caller caller = Caller.current();
        sql.insertInto(table(name("change_log")))
                .columns(
                        field(name("tenant_id"), SQLDataType.UUID),
                        field(name("transaction_id")),
                        field(name("object"), SQLDataType.CLOB),
                        field(name("action"), SQLDataType.CLOB),
                        field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE),
                        field(name("actor"), SQLDataType.UUID),
                        field(name("operation_id"), SQLDataType.UUID),
                        field(name("ids"), SQLDataType.UUID.array()))
                .values(
                        caller.tenant(),
                        Snapshots.current(era.current()),
                        batch.type().name(),
                        action.name().toLowerCase(Locale.ROOT),
                        Tables.bound(Instant.now()),
                        caller.person(),
                        caller.operation(),
                        ids)
                .execute();
    }
}
