package io.keyuan.engine.timeline;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change as it was kept, its values by attribute name. */
record Change(
        UUID record,
        UUID actor,
        String action,
        @Nullable UUID operation,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after) {}
