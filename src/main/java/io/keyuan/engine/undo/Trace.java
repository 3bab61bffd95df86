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

    /**
     * The newest change of a record.
     *
     * @param version what the record became by it
     */
    record Latest(@Nullable UUID operation, String action, long version) {}

    /** What began it decides what it was: made, changed, deleted or brought back. */
    String began() {
        return steps.getFirst().action();
    }

    /** Whether what was made is in the recycle bin already, or what was deleted brought back, whoever did that. */
    boolean isAsBefore() {
        return switch (began()) {
            case "create" -> latest.action().equals("delete");
            case "delete" -> latest.action().equals("restore");
            default -> false;
        };
    }

    /** Whether the records were all deleted, or some changed in another way. */
    static boolean areDeletions(List<Trace> traces) {
        return traces.stream().allMatch(trace -> trace.began().equals("delete"));
    }

    /** Whether nobody has changed the record since this operation did. */
    boolean isLastOf(UUID operation) {
        return operation.equals(latest.operation());
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
