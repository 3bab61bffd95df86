package io.keyuan.engine.segment;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.RecordChanges;
import io.keyuan.engine.history.ChangeLog;
import io.keyuan.engine.history.LogFollower;
import io.keyuan.engine.jobs.Errands;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the change log behind those who write it and looks again at the records it names, in the transaction that remembers how far
 * it has come: whoever writes pays nothing for it, and no change is left out, whichever node goes on and whenever.
 */
@Component
class SegmentFollower extends LogFollower {

    private final SegmentPositions positions;
    private final SegmentStore store;
    private final SegmentMembers members;
    private final ChangeLog log;
    private final ObjectTypes types;

    SegmentFollower(
            SegmentPositions positions, SegmentStore store, SegmentMembers members, ChangeLog log, ObjectTypes types,
            TransactionTemplate transaction, RecordChanges changes, Errands errands) {
        super(transaction, changes, errands);
        this.positions = positions;
        this.store = store;
        this.members = members;
        this.log = log;
        this.types = types;
    }

    @Override
    public String name() {
        return "members of segments";
    }

    @Override
    protected Set<UUID> behind() {
        return positions.behind();
    }

    @Override
    protected void follow(BooleanSupplier stopping) {
        repeat(this::step, stopping);
    }

    /** @return whether there may be more */
    private boolean step() {
        ChangeLog.Position position = positions.lock();
        List<ChangeLog.Entry> changes = position == null ? List.of() : log.after(position, TOGETHER);
        if (changes.isEmpty()) {
            return false;
        }
        Map<String, Set<UUID>> live = store.live().stream()
                .collect(Collectors.groupingBy(Segment::object, Collectors.mapping(Segment::id, Collectors.toSet())));
        changed(changes).forEach((object, records) -> {
            ObjectType type = types.byName(object);
            if (type != null) {
                members.settle(type, live.getOrDefault(object, Set.of()), records);
            }
        });
        positions.set(changes.getLast().position());
        return changes.size() == TOGETHER;
    }

    private static Map<String, Set<UUID>> changed(List<ChangeLog.Entry> changes) {
        Map<String, Set<UUID>> changed = new LinkedHashMap<>();
        changes.forEach(change -> changed.computeIfAbsent(change.object(), any -> new LinkedHashSet<>()).addAll(change.ids()));
        return changed;
    }
}
