package io.keyuan.engine.advice;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule of advice as somebody writes it: whatever may be wrong with it is said by {@link AdviceReading}. Of one that is shipped nothing is written but
 * whether it holds and how much it weighs.
 *
 * @param object on whose records' pages it is told, as in addresses; not changed afterwards
 * @param active null for yes
 * @param weight null for what it was, of a new one for what is usual
 * @param reason in the language of whoever writes it; {@code reasons} by the tag of the language
 * @param action the same of what the way to do it is called
 * @param condition null or blank for any record
 */
record AdviceRuleBody(
        @Nullable String object, @Nullable Boolean active, @Nullable Integer weight, @Nullable String reason,
        @Nullable Map<String, @Nullable String> reasons, @Nullable String action, @Nullable Map<String, @Nullable String> actions,
        @Nullable String condition, @Nullable PointingBody pointing, @Nullable RemedyBody remedy) {

    /** As {@link WrittenAdvice.Pointing}, with the object as in addresses. */
    record PointingBody(@Nullable String object, @Nullable String attribute, @Nullable String condition, @Nullable Boolean open) {}

    /** As {@link WrittenAdvice.Remedy}, with the kind by its code. */
    record RemedyBody(
            @Nullable String kind, @Nullable String attribute, @Nullable String command, @Nullable Map<String, @Nullable Object> values) {}
}
