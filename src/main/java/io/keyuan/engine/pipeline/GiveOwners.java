package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.NewOwners;
import io.keyuan.engine.Ref;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives new records that come without an owner to whom the company says, else to whoever makes them. */
@Component
final class GiveOwners implements Step {

    private final NewOwners owners;
    private final WorthInBase worth;

    GiveOwners(NewOwners owners, WorthInBase worth) {
        this.owners = owners;
        this.worth = worth;
    }

    @Override
    public void apply(Batch batch) {
        Attribute<Ref> owner = batch.type().owner();
        if (owner == null) {
            return;
        }
        Batch.Selection unowned = batch.live(Draft.Action.CREATE).where(draft -> draft.get(owner) == null);
        if (!unowned.isEmpty()) {
            // Amounts are compared by what they are worth.
            worth.apply(batch);
            Map<UUID, UUID> known = owners.of(batch.type(), unowned.drafts());
            unowned.where(draft -> known.containsKey(draft.id())).set(owner, draft -> Ref.to(Objects.requireNonNull(known.get(draft.id()))));
        }
        batch.correctable()
                .where(draft -> draft.isNew() && draft.get(owner) == null)
                .set(owner, draft -> Ref.to(Caller.current().person()));
    }
}
