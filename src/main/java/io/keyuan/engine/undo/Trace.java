package io.keyuan.engine.undo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one operation did to one record.
 *
 * @param steps the oldest first, never empty
 * @param latest who changed the record last, be it the operation itself
 */
record Trace(UUID record, List<Step> steps, Latest latest) {

    /** One change. */
    record Step(UUID id, String action, Map<String, @Nullable Object> before) {}

    /** The newest change of a record. */
    record Latest(@Nullable UUID operation, String action) {}

    /** What began it decides what it was: made, changed, deleted or brought back. */
    String began() {
        return steps.getFirst().action();
    }

    /** The values from before the operation of everything it changed. */
    Map<String, @Nullable Object> before() {
        Map<String, @Nullable Object> before = new java.util.LinkedHashMap<>();
        for (Step step : steps) {
            step.before().forEach((attribute, value) -> {
                if (!before.containsKey(attribute)) {
                    before.put(attribute, value);
                }
            });
        }
        return before;
    }
}
