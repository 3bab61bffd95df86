package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.stereotype.Component;

/** Keeps how much of what they should say records say; by the same formula as the migration that began it for those there were. */
@Component
final class KeepCompleteness implements Step {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public void apply(Batch batch) {
        Attribute<BigDecimal> kept = batch.type().completeness();
        if (kept != null) {
            batch.saved().set(kept, KeepCompleteness::of);
        }
    }

    private static BigDecimal of(Draft draft) {
        long said = draft.type().wanted().stream().filter(attribute -> draft.get(attribute) != null).count();
        return HUNDRED.multiply(BigDecimal.valueOf(said)).divide(BigDecimal.valueOf(draft.type().wanted().size()), 0, RoundingMode.HALF_UP);
    }
}
