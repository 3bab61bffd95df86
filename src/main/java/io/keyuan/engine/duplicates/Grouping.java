package io.keyuan.engine.duplicates;

import io.keyuan.engine.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts pairs together that have a record in common, and those that have one in common with these. */
final class Grouping {

    private final Map<UUID, UUID> above = new HashMap<>();

    private Grouping() {}

    /** @return the same pairs, each in a group; one that was in a group already keeps it where it can */
    static List<Pair> of(Collection<Pair> pairs) {
        var grouping = new Grouping();
        pairs.forEach(pair -> grouping.join(pair.one(), pair.other()));
        Map<UUID, UUID> groups = new HashMap<>();
        Map<UUID, UUID> taken = new HashMap<>();
        pairs.stream().filter(pair -> pair.group() != null).forEach(pair -> {
            UUID head = grouping.head(pair.one());
            if (head.equals(taken.computeIfAbsent(pair.group(), any -> head))) {
                groups.putIfAbsent(head, pair.group());
            }
        });
        List<Pair> grouped = new ArrayList<>();
        pairs.forEach(pair -> grouped.add(pair.in(groups.computeIfAbsent(grouping.head(pair.one()), any -> Ids.next()))));
        return grouped;
    }

    private void join(UUID one, UUID other) {
        UUID head = head(one);
        UUID second = head(other);
        if (!head.equals(second)) {
            above.put(second, head);
        }
    }

    private UUID head(UUID record) {
        UUID at = record;
        UUID next = above.get(at);
        while (next != null) {
            UUID further = above.get(next);
            if (further != null) {
                above.put(at, further);
            }
            at = next;
            next = above.get(at);
        }
        return at;
    }
}
