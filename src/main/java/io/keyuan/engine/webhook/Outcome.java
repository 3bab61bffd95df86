package io.keyuan.engine.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What came of sending a message.
 *
 * @param status null where there was no answer
 * @param trouble why it has not arrived: {@code status}, {@code private-address}, {@code unreachable}, {@code timeout},
 *     {@code secret}; null where it has
 * @param answer the beginning of what was said
 */
record Outcome(@Nullable Integer status, @Nullable String trouble, @Nullable String answer) {

    private static final int GONE = 410;

    static Outcome failed(String trouble, @Nullable String why) {
        return new Outcome(null, trouble, why);
    }

    boolean hasArrived() {
        return trouble == null;
    }

    /** Whether the receiver says that it is not there any more. */
    boolean isGone() {
        return status != null && status == GONE;
    }
}
