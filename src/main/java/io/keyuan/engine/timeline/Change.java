package io.keyuan.engine.timeline;

import io.keyuan.engine.merge.MergedRecords;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change as it was kept, its values by attribute name.
 *
 * @param merged what the operation it is part of made of records; null for any other
 */
record Change(
        UUID record,
        UUID actor,
        String action,
        @Nullable UUID operation,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after,
        MergedRecords.@Nullable Merged merged) {

    /** Whether others became the record by it. */
    boolean isMerge() {
        return merged != null && action.equals("update") && merged.into().equals(record);
    }

    /** Whether the record became another by it. */
    boolean isEnd() {
        return merged != null && action.equals("delete") && merged.from().contains(record);
    }
}
