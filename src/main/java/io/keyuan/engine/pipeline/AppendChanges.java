package io.keyuan.engine.pipeline;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Column;
import io.keyuan.engine.Draft;
import io.keyuan.engine.history.ChangeSignals;
import io.keyuan.engine.sql.DataChange;
import io.keyuan.engine.sql.Insert;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the change log what happened, in the transaction in which it happened: one row for all records of a batch that
 * went the same way. Other nodes and open windows hear of it when it is committed.
 */
@Component
final class AppendChanges implements Storing {

    private final Insert insert = new Insert(
            "change_log",
            List.of(
                    column("object", "text"),
                    column("action", "text"),
                    column("at", "timestamptz"),
                    column("actor", "uuid"),
                    column("operation_id", "uuid"),
                    column("ids", "uuid[]")),
            "");

    private final ChangeSignals signals;

    AppendChanges(ChangeSignals signals) {
        this.signals = signals;
    }

    private static Column column(String name, String type) {
        return new Column(name, type, true, "");
    }

    @Override
    public void add(Batch batch, List<DataChange> changes) {
        for (Draft.Action action : Draft.Action.values()) {
            List<Draft> drafts = batch.live(action).where(Draft::isEffective).drafts();
            if (!drafts.isEmpty()) {
                List<UUID> ids = drafts.stream().map(Draft::id).toList();
                changes.add(insert.of(entry(batch, action, ids.toArray(UUID[]::new))));
                signals.mention(Caller.current().tenant(), batch.type(), ids);
            }
        }
    }

    private static @Nullable Object[][] entry(Batch batch, Draft.Action action, UUID[] ids) {
        Caller caller = Caller.current();
        return new @Nullable Object[][] {
            {batch.type().name()},
            {action.name().toLowerCase(Locale.ROOT)},
            {Tables.bound(Instant.now())},
            {caller.person()},
            {caller.operation()},
            {ids}
        };
    }
}
