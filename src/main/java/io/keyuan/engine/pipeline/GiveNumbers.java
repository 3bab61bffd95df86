package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.numbering.Numbers;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Numbers new records that come without one, just before they are written: what is only looked at or refused takes none. */
@Component
final class GiveNumbers implements Step {

    private final Numbers numbers;

    GiveNumbers(Numbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public void apply(Batch batch) {
        Attribute<String> number = batch.type().numbered();
        if (number == null || !numbers.areGiven(batch.type())) {
            return;
        }
        Batch.Selection bare = batch.live(Draft.Action.CREATE).where(draft -> draft.get(number) == null && !draft.isExact());
        if (!bare.isEmpty()) {
            List<String> taken = numbers.take(number, bare.size(), Set.copyOf(batch.live().values(number)));
            Iterator<String> next = taken.iterator();
            bare.where(draft -> !taken.isEmpty()).forEach(draft -> draft.set(number, Objects.requireNonNull(next.next())));
        }
    }
}
