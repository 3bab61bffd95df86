package io.keyuan.engine.pipeline;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Era;
import io.keyuan.engine.history.ChangeSignals;
import io.keyuan.engine.sql.DataChange;
import io.keyuan.engine.sql.LoggedChange;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells the change log what happened, in the transaction in which it happened: one row for all records of a batch that
 * went the same way. Other nodes and open windows hear of it when it is committed.
 */
@Component
final class AppendChanges implements Storing {

    private final Era era;
    private final ChangeSignals signals;

    AppendChanges(Era era, ChangeSignals signals) {
        this.era = era;
        this.signals = signals;
    }

    @Override
    public void add(Batch batch, List<DataChange> changes) {
        for (Draft.Action action : Draft.Action.values()) {
            List<UUID> ids = batch.live(action).where(Draft::isEffective).stream().map(Draft::id).toList();
            if (!ids.isEmpty()) {
                changes.add(new LoggedChange(batch.type().name(), action.name().toLowerCase(Locale.ROOT), ids).in(era.current()));
                signals.mention(Caller.current().tenant(), batch.type(), ids);
            }
        }
    }
}
