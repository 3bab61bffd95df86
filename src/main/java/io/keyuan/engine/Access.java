package io.keyuan.engine;

/**
 * Decides what the {@linkplain Caller#current() current caller} may. The engine asks; who people are and which roles they
 * have is not its business.
 */
public interface Access {

    /** Whether the caller may do this with any record of the object at all. */
    boolean may(Right right, ObjectType type);

    /**
     * That the caller may read records of the object, and take out what they read.
     *
     * @throws Problem where not
     */
    default void requireExport(ObjectType type) {
        if (!may(Right.EXPORT, type) || !may(Right.READ, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-export"));
        }
    }

    /** Which records; {@link Reach.Nothing} where {@link #may} says no. */
    Reach reach(Right right, ObjectType type);

    /** What the caller may do with the values of an attribute, in whichever records they reach. */
    AttributeRight right(Attribute<?> attribute);

    /** Whether there is such an attribute for the caller; its values may be {@linkplain #isMasked masked}. */
    default boolean maySee(Attribute<?> attribute) {
        return right(attribute).includes(AttributeRight.MASKED);
    }

    default boolean isMasked(Attribute<?> attribute) {
        return right(attribute) == AttributeRight.MASKED;
    }

    /** Whether the caller gets the values; only then may records be filtered, sorted, grouped, searched and added up by it. */
    default boolean mayRead(Attribute<?> attribute) {
        return right(attribute).includes(AttributeRight.READ);
    }

    default boolean mayWrite(Attribute<?> attribute) {
        return right(attribute) == AttributeRight.WRITE;
    }
}
