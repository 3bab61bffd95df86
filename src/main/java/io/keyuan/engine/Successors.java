package io.keyuan.engine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows what became of records that are no more because others took their place. */
public interface Successors {

    /**
     * The record at the end of the way.
     *
     * @param id of a record that is not there
     * @return null where none took its place, or one that is not there for the caller
     */
    @Nullable UUID of(ObjectType type, UUID id);
}
