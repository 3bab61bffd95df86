package io.keyuan.engine.imports;

import io.keyuan.engine.Draft;
import java.util.List;
import java.util.Map;

/** Told of every row that was saved, while what it left can still be looked up, even where it will be undone. */
interface Outcome {

    Outcome UNWATCHED = (candidate, draft) -> {};

    void saved(Candidate candidate, Draft draft);

    /**
     * Told of every row that is like records that are there.
     *
     * @param draft of the new record it would be
     * @param records as {@link Draft#told} says
     * @param what becomes of it
     */
    default void alike(Candidate candidate, Draft draft, List<Map<String, Object>> records, Alike what) {}
}
