package io.keyuan.engine.pipeline;

import io.keyuan.engine.Batch;

/** One step on the way of a batch. It fails the drafts it finds fault with and leaves failed ones alone. */
interface Step {

    void apply(Batch batch);
}
