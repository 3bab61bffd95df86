package io.keyuan.engine.segment;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.RecordChanges;
import io.keyuan.engine.expression.Expressions;
import io.keyuan.engine.expression.Used;
import io.keyuan.engine.history.ChangeLog;
import io.keyuan.engine.history.LogFollower;
import io.keyuan.engine.jobs.Errands;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the change log behind those who write it and looks again at the records it names, in the transaction that remembers how far
 * it has come: whoever writes pays nothing for it, and no change is left out, whichever node goes on and whenever.
 */
@Component
class SegmentFollower extends LogFollower {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentFollower.class);

    private final SegmentPositions positions;
    private final SegmentStore store;
    private final SegmentMembers members;
    private final ChangeLog log;
    private final ObjectTypes types;
    private final Expressions expressions;
    private final MembersBelow below;

    SegmentFollower(
            SegmentPositions positions, SegmentStore store, SegmentMembers members, ChangeLog log, ObjectTypes types, Expressions expressions,
            MembersBelow below, TransactionTemplate transaction, RecordChanges changes, Errands errands) {
        super(transaction, changes, errands);
        this.positions = positions;
        this.store = store;
        this.members = members;
        this.log = log;
        this.types = types;
        this.expressions = expressions;
        this.below = below;
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
        Map<String, Set<UUID>> changed = changed(changes);
        store.live().stream().collect(Collectors.groupingBy(Segment::object)).forEach((object, live) -> {
            ObjectType type = types.byName(object);
            if (type != null) {
                Set<UUID> ids = live.stream().map(Segment::id).collect(Collectors.toSet());
                members.settle(type, ids, changed.getOrDefault(object, Set.of()));
                ways(type, live).forEach(way -> below.due(type, "", way, changed.getOrDefault(target(way), Set.of())));
            }
        });
        positions.set(changes.getLast().position());
        return changes.size() == TOGETHER;
    }

    /** All ways to other records by which any of these goes. */
    private Set<List<Attribute<?>>> ways(ObjectType type, List<Segment> live) {
        Set<List<Attribute<?>>> ways = new LinkedHashSet<>();
        for (Segment segment : live) {
            try {
                expressions.goesBy(type, segment.filter()).used().stream().filter(used -> !used.isOwn()).map(Used::way).forEach(ways::add);
            } catch (Problem gone) {
                // Whatever it was about is no more: it stays as it is.
                LOG.debug("segment {} goes by nothing: {}", segment.id(), gone.getMessage());
            }
        }
        return ways;
    }

    private String target(List<Attribute<?>> way) {
        return Objects.requireNonNull(types.target(way.getLast())).name();
    }

    private static Map<String, Set<UUID>> changed(List<ChangeLog.Entry> changes) {
        Map<String, Set<UUID>> changed = new LinkedHashMap<>();
        changes.forEach(change -> changed.computeIfAbsent(change.object(), any -> new LinkedHashSet<>()).addAll(change.ids()));
        return changed;
    }
}
