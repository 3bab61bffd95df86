package io.keyuan.engine.imports;

import io.keyuan.engine.Draft;

/** Told of every row that was saved, while what it left can still be looked up, even where it will be undone. */
interface Outcome {

    Outcome UNWATCHED = (candidate, draft) -> {};

    void saved(Candidate candidate, Draft draft);
}
