package io.keyuan.engine.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment as it is written.
 *
 * @param object as in addresses; not changed afterwards
 * @param kind {@code static} or {@code live}; not changed afterwards
 * @param filter what makes a record a member of a live one
 * @param sharedWith ids of people and groups
 */
record SegmentInput(
        @Nullable String object, @Nullable String name, @Nullable String description, @Nullable String kind, @Nullable String filter,
        @Nullable Boolean everyone, @Nullable List<@Nullable String> sharedWith) {}
