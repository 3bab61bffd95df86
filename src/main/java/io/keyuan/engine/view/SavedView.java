package io.keyuan.engine.view;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list as somebody keeps it.
 *
 * @param object the name in code of the object it lists
 * @param owner whose it is; only they change it, and whoever may configure the object
 * @param everyone whether everybody who may read the object has it
 * @param sharedWith people and groups who have it besides
 * @param firstFor roles whose people have it too, and begin with it
 */
record SavedView(UUID id, long version, String object, String name, UUID owner, boolean everyone, Set<UUID> sharedWith, Set<UUID> firstFor, Look look) {

    /**
     * What it shows. Whoever looks sees what they may of it, as with any list.
     *
     * @param filter an expression; empty for all records
     * @param sort attributes in order, {@code -} before descending ones
     * @param columns attributes in order; none for the object's own
     * @param shows list, board, chart or whatever else the console knows
     * @param group what a chart groups by
     * @param measure what a chart measures
     * @param kind how a chart is drawn
     */
    record Look(
            String filter, List<String> sort, List<String> columns, String shows, @Nullable String group, @Nullable String measure,
            @Nullable String kind) {}

    boolean isShared() {
        return everyone || !sharedWith.isEmpty();
    }
}
