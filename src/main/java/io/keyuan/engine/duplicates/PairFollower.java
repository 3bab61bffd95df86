package io.keyuan.engine.duplicates;

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
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Once a company has looked through its records, those that change are compared again behind whoever changes them. */
@Component
class PairFollower extends LogFollower {

    private final Positions positions;
    private final Comparison comparison;
    private final ChangeLog log;
    private final ObjectTypes types;

    PairFollower(
            Positions positions, Comparison comparison, ChangeLog log, ObjectTypes types,
            TransactionTemplate transaction, RecordChanges changes, Errands errands) {
        super(transaction, changes, errands);
        this.positions = positions;
        this.comparison = comparison;
        this.log = log;
        this.types = types;
    }

    @Override
    public String name() {
        return "records about the same";
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
        Map<String, Set<UUID>> changed = new LinkedHashMap<>();
        changes.forEach(change -> changed.computeIfAbsent(change.object(), any -> new LinkedHashSet<>()).addAll(change.ids()));
        changed.forEach((object, records) -> {
            ObjectType type = types.byName(object);
            if (type != null && type.sameness() != null) {
                comparison.settle(type, records);
            }
        });
        positions.set(changes.getLast().position());
        return changes.size() == TOGETHER;
    }
}
