package io.keyuan.engine.expression;

import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The comparisons that put two values in an order. */
enum Operator {
    LESS("_<_"),
    AT_MOST("_<=_"),
    GREATER("_>_"),
    AT_LEAST("_>=_");

    private final String function;

    Operator(String function) {
        this.function = function;
    }

    /** By the parser's name for it; null for any other function. */
    static @Nullable Operator of(String function) {
        for (Operator operator : values()) {
            if (operator.function.equals(function)) {
                return operator;
            }
        }
        return null;
    }

    /** The one that says the same with its sides exchanged. */
    Operator mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case AT_MOST -> AT_LEAST;
            case GREATER -> LESS;
            case AT_LEAST -> AT_MOST;
        };
    }

    /** The one that is true where this is false. */
    Operator contrary() {
        return switch (this) {
            case LESS -> AT_LEAST;
            case AT_MOST -> GREATER;
            case GREATER -> AT_MOST;
            case AT_LEAST -> LESS;
        };
    }

    /** Whether the lowest value, which stands for null, can satisfy it: all but greater, since one may ask for the lowest itself. */
    boolean admitsLowest() {
        return this != GREATER;
    }

    Condition apply(Field<Object> left, Object right) {
        return switch (this) {
            case LESS -> left.lt(right);
            case AT_MOST -> left.le(right);
            case GREATER -> left.gt(right);
            case AT_LEAST -> left.ge(right);
        };
    }

    Condition apply(Field<Object> left, Field<Object> right) {
        return switch (this) {
            case LESS -> left.lt(right);
            case AT_MOST -> left.le(right);
            case GREATER -> left.gt(right);
            case AT_LEAST -> left.ge(right);
        };
    }
}
