package io.keyuan.engine.graph;

import io.keyuan.engine.Link;
import io.keyuan.engine.ObjectType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What was found on a walk so far. It goes level by level, comes to each record once, and ends where it has found enough. */
final class Walk {

    private final int most;
    private final Map<UUID, ObjectType> records = new LinkedHashMap<>();
    private final Set<List<Object>> seen = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<UUID, Map<Way, Left>> left = new LinkedHashMap<>();
    private Map<ObjectType, List<UUID>> level = new LinkedHashMap<>();
    private boolean ended;

    /** A link between two of the records. */
    record Step(Link link, Neighbour neighbour, boolean onwards) {

        UUID from() {
            return onwards ? neighbour.near() : neighbour.far();
        }

        UUID to() {
            return onwards ? neighbour.far() : neighbour.near();
        }
    }

    /** How many more there are this way, and whether that is all of them. */
    record Left(int count, boolean exact) {}

    Walk(ObjectType type, UUID start, int most) {
        this.most = most;
        records.put(start, type);
        level.put(type, List.of(start));
    }

    /** The records from which it goes on, by their objects; from now on those that are found are the next. */
    Map<ObjectType, List<UUID>> next() {
        Map<ObjectType, List<UUID>> now = level;
        level = new LinkedHashMap<>();
        return now;
    }

    void found(Way way, List<Neighbour> neighbours) {
        for (Neighbour neighbour : neighbours) {
            boolean there = reach(way.far(), neighbour.far());
            if (there && seen.add(List.of(way.link(), neighbour.record()))) {
                steps.add(new Step(way.link(), neighbour, way.onwards()));
            }
            boolean exact = neighbour.total() <= Neighbours.COUNTED;
            int total = Math.min(neighbour.total(), Neighbours.COUNTED);
            left.computeIfAbsent(neighbour.near(), any -> new LinkedHashMap<>())
                    .merge(way, new Left(there ? total - 1 : total, exact), (before, now) -> new Left(there ? before.count() - 1 : before.count(), exact));
        }
    }

    private boolean reach(ObjectType type, UUID record) {
        if (records.containsKey(record)) {
            return true;
        }
        if (records.size() >= most) {
            ended = true;
            return false;
        }
        records.put(record, type);
        level.computeIfAbsent(type, any -> new ArrayList<>()).add(record);
        return true;
    }

    Map<UUID, ObjectType> records() {
        return records;
    }

    List<Step> steps() {
        return steps;
    }

    Map<Way, Left> left(UUID record) {
        return left.getOrDefault(record, Map.of());
    }

    /** Whether there was more than it may find. */
    boolean isEnded() {
        return ended;
    }
}
