package io.keyuan.engine;

/**
 * Decides what the {@linkplain Caller#current() current caller} may. The engine asks; who people are and which roles they
 * have is not its business.
 */
public interface Access {

    /** Whether the caller may do this with any record of the object at all. */
    boolean may(Right right, ObjectType type);

    /** Which records; {@link Reach.Nothing} where {@link #may} says no. */
    Reach reach(Right right, ObjectType type);

    boolean mayRead(Attribute<?> attribute);

    boolean mayWrite(Attribute<?> attribute);
}
