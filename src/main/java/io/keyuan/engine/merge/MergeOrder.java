package io.keyuan.engine.merge;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of some records, once it is found to make sense.
 *
 * @param object the name in code of the object
 * @param into the record that stays
 * @param from those that become it
 * @param choose as somebody asked for it
 * @param values as somebody asked for it
 * @param versions as somebody asked for it
 */
record MergeOrder(
        String object, UUID into, List<UUID> from, Map<String, String> choose, Map<String, @Nullable Object> values,
        Map<UUID, Long> versions) {

    /** What all have together: of texts and of several choices. */
    static final String ALL = "all";

    Set<UUID> others() {
        return new LinkedHashSet<>(from);
    }

    /** The one that stays first. */
    List<UUID> all() {
        Set<UUID> all = new LinkedHashSet<>(List.of(into));
        all.addAll(from);
        return List.copyOf(all);
    }

    boolean names(UUID record) {
        return new HashSet<>(all()).contains(record);
    }
}
