package io.keyuan.engine.pipeline;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Era;
import io.keyuan.engine.sql.DataChange;
import io.keyuan.engine.sql.LoggedChange;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells the change log what happened, in the transaction in which it happened: one row for all records of a batch that
 * went the same way.
 */
@Component
final class AppendChanges implements Storing {

    private final Era era;

    AppendChanges(Era era) {
        this.era = era;
    }

    @Override
    public void add(Batch batch, List<DataChange> changes) {
        for (Draft.Action action : Draft.Action.values()) {
            List<UUID> ids = batch.live(action).where(Draft::isEffective).stream().map(Draft::id).toList();
            if (!ids.isEmpty()) {
                changes.add(new LoggedChange(batch.type().name(), action.name().toLowerCase(Locale.ROOT), ids).in(era.current()));
            }
        }
    }
}
