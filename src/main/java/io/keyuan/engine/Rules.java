package io.keyuan.engine;

/**
 * What is special about one object: the only hook there is. An object without special rules has none.
 *
 * @param <X> the object
 */
public interface Rules<X extends ObjectType> {

    /** Sets derived attributes from the others. */
    default void derive(Batch batch) {}

    /** Rejects what must not be, by {@link Draft#reject}. */
    default void check(Batch batch) {}

    /** After the rows are written, in the same transaction: what must stand or fall with them. */
    default void written(Batch batch) {}
}
