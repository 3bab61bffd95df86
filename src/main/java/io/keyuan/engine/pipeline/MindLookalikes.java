package io.keyuan.engine.pipeline;

import io.keyuan.engine.Batch;
import io.keyuan.engine.duplicates.Minding;
import org.springframework.stereotype.Component;

/** Whoever saves a record that is like another is told, or kept from it. */
@Component
final class MindLookalikes implements Step {

    private final Minding minding;

    MindLookalikes(Minding minding) {
        this.minding = minding;
    }

    @Override
    public void apply(Batch batch) {
        minding.apply(batch);
    }
}
