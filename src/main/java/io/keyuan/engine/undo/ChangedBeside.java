package io.keyuan.engine.undo;

import java.util.UUID;

/** What jobs change beside records, which no audit has, and which is taken back with them. */
public interface ChangedBeside {

    /**
     * What became of some changes.
     *
     * @param restored those that are as before
     * @param kept those that cannot be any more
     */
    record TakenBack(long restored, long kept) {

        long count() {
            return restored + kept;
        }
    }

    /**
     * Takes back some of what a job changed, in the current transaction, once and for all.
     *
     * @param limit at most so many; fewer where none is left
     */
    TakenBack takeBack(UUID job, int limit);
}
