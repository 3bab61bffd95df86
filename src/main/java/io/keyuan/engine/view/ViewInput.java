package io.keyuan.engine.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view as it is written.
 *
 * @param object as in addresses; not changed afterwards
 * @param sharedWith ids of people and groups
 * @param firstFor ids of roles; as before where it is not said
 */
record ViewInput(
        @Nullable String object, @Nullable String name, @Nullable String filter, @Nullable List<@Nullable String> sort,
        @Nullable List<@Nullable String> columns, @Nullable String shows, @Nullable String group, @Nullable String measure,
        @Nullable String kind, @Nullable Boolean everyone, @Nullable List<@Nullable String> sharedWith,
        @Nullable List<@Nullable String> firstFor) {}
