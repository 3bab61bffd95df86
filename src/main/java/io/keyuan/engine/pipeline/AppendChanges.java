package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Era;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.history.ChangeSignals;
import io.keyuan.engine.notices.Handed;
import io.keyuan.engine.sql.DataChange;
import io.keyuan.engine.sql.LoggedChange;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the change log what happened, in the transaction in which it happened: one row for all records of a batch that
 * went the same way. Other nodes and open windows hear of it when it is committed.
 */
@Component
final class AppendChanges implements Storing {

    private final Era era;
    private final ChangeSignals signals;
    private final Json json;

    AppendChanges(Era era, ChangeSignals signals, Json json) {
        this.era = era;
        this.signals = signals;
        this.json = json;
    }

    @Override
    public void add(Batch batch, List<DataChange> changes) {
        for (Draft.Action action : Draft.Action.values()) {
            List<Draft> drafts = batch.live(action).where(Draft::isEffective).drafts();
            if (!drafts.isEmpty()) {
                List<UUID> ids = drafts.stream().map(Draft::id).toList();
                var change = new LoggedChange(
                        batch.type().name(), action.name().toLowerCase(Locale.ROOT), ids, changed(action, drafts), handed(batch.type(), drafts));
                changes.add(change.in(era.current()));
                signals.mention(Caller.current().tenant(), batch.type(), ids);
            }
        }
    }

    /** A record that comes or goes does so whatever it says. */
    private static List<String> changed(Draft.Action action, List<Draft> drafts) {
        return action != Draft.Action.UPDATE
                ? List.of()
                : drafts.stream().flatMap(draft -> draft.changes().stream()).filter(attribute -> !attribute.isSystem()).map(Attribute::name).distinct().toList();
    }

    /** To whom others gave how many of the records, so that they can be told; what is written down later is news to nobody. */
    private @Nullable String handed(ObjectType type, List<Draft> drafts) {
        Attribute<Ref> owner = type.owner();
        if (owner == null) {
            return null;
        }
        Map<UUID, Handed> handed = new HashMap<>();
        for (Draft draft : drafts) {
            Ref now = draft.get(owner);
            if (now != null && draft.past() == null && draft.changed(owner) && !now.requireId().equals(draft.by())) {
                handed.merge(now.requireId(), new Handed(1, draft.id()), (before, one) -> before.andOne());
            }
        }
        return handed.isEmpty() ? null : json.text(handed);
    }
}
