package io.keyuan.engine.merge;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param into the record that stays
 * @param from those that become it
 * @param choose by the names of attributes, the id of the record whose value is taken, or {@link MergeOrder#ALL}
 * @param values by the names of attributes, what is to stand there instead
 * @param versions by the ids of records, what somebody has seen of them; of the others the newest is taken
 */
record MergeRequest(
        @Nullable String into,
        @Nullable List<@Nullable String> from,
        @Nullable Map<String, @Nullable String> choose,
        @Nullable Map<String, @Nullable Object> values,
        @Nullable Map<String, @Nullable Long> versions) {}
