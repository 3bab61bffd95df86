package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Circles;
import io.keyuan.engine.Ref;
import org.springframework.stereotype.Component;

/** A record that belongs to another of its kind never comes to stand above itself. */
@Component
class RefuseCircles implements Step {

    private final Circles circles;

    RefuseCircles(Circles circles) {
        this.circles = circles;
    }

    @Override
    public void apply(Batch batch) {
        Attribute<Ref> above = batch.type().hierarchy();
        if (above != null) {
            circles.refuse(batch, above);
        }
    }
}
