package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Money;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.money.Worth;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what new amounts are worth in the tenant's base currency, so that lists sort by it and sums mean something. */
@Component
final class WorthInBase implements Step {

    private final Worth worth;

    WorthInBase(Worth worth) {
        this.worth = worth;
    }

    @Override
    public void apply(Batch batch) {
        for (Attribute<?> attribute : batch.type().attributes()) {
            if (attribute.type() instanceof MoneyType) {
                @SuppressWarnings("unchecked")
                var money = (Attribute<Money>) attribute;
                batch.whereChanged(money).set(money, draft -> inBase(draft, draft.get(money)));
            }
        }
    }

    private @Nullable Money inBase(Draft draft, @Nullable Money money) {
        return money == null ? null : worth.at(money, draft.at(Instant.now()));
    }
}
