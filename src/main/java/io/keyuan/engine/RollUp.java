package io.keyuan.engine;

import java.util.function.Supplier;

/**
 * A figure of the parent that follows from its children: kept by set-based SQL in the transaction that changes them, the
 * parent's version untouched.
 *
 * @param parent the child's reference to the parent
 * @param source the child's attribute that is taken together
 * @param target the parent's derived attribute; given late, so that definitions may name each other
 */
public record RollUp(Attribute<Ref> parent, Function function, Attribute<?> source, Supplier<Attribute<?>> target) {

    /** How the children's values become one. */
    public enum Function {
        LATEST,
        COUNT
    }
}
