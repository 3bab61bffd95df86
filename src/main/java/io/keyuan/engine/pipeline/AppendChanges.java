package io.keyuan.engine.pipeline;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Column;
import io.keyuan.engine.Draft;
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
 * went the same way.
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

    private static Column column(String name, String type) {
        return new Column(name, type, true, "");
    }

    @Override
    public void add(Batch batch, List<DataChange> changes) {
        for (Draft.Action action : Draft.Action.values()) {
            List<Draft> drafts = batch.live(action).where(Draft::isEffective).drafts();
            if (!drafts.isEmpty()) {
                changes.add(insert.of(entry(batch, action, drafts.stream().map(Draft::id).toArray(UUID[]::new))));
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
