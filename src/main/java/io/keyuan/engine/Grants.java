package io.keyuan.engine;

/** The records that were given to people who do not own them. */
public interface Grants {

    /** As of now; where it changes, every node knows within seconds, and the one where it was changed at once. */
    Given of(Given.Wanted wanted);
}
