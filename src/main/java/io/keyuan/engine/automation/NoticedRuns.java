package io.keyuan.engine.automation;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.automation.AuditedChanges.Change;
import io.keyuan.engine.automation.AutomationRun.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out which rules changes make run, and keeps rules from running in circles. */
@Component
class NoticedRuns {

    /** So many rules may follow each other. */
    static final int DEEPEST = 5;

    private final AutomationRuns runs;
    private final OriginOfChanges origins;

    NoticedRuns(AutomationRuns runs, OriginOfChanges origins) {
        this.runs = runs;
        this.origins = origins;
    }

    /** With as many statements for a thousand changes as for one. */
    List<AutomationRun> of(List<AutomationRule> rules, List<Change> changes) {
        Set<UUID> operations = new HashSet<>();
        Set<UUID> records = new HashSet<>();
        changes.stream().filter(change -> change.operation() != null).forEach(change -> {
            operations.add(java.util.Objects.requireNonNull(change.operation()));
            records.add(change.record());
        });
        Map<UUID, Integer> depths = runs.depths(operations);
        Map<AutomationRuns.Ran, Set<UUID>> seen = runs.seen(depths.keySet(), records);
        Map<UUID, OriginOfChanges.Wish> wishes = origins.of(operations);
        List<AutomationRun> noticed = new ArrayList<>();
        for (Change change : changes) {
            UUID operation = change.operation();
            Integer depth = operation == null ? null : depths.get(operation);
            Set<UUID> before = operation == null ? Set.of() : seen.getOrDefault(new AutomationRuns.Ran(operation, change.record()), Set.of());
            OriginOfChanges.Wish wish = operation == null ? null : wishes.get(operation);
            rules.stream()
                    .filter(rule -> concerns(rule, change) && !before.contains(rule.id()))
                    .forEach(rule -> noticed.add(run(rule, change, depth == null ? 0 : depth + 1, before, wish)));
        }
        return noticed;
    }

    private static boolean concerns(AutomationRule rule, Change change) {
        return rule.type().name().equals(change.object()) && change.place().position() > rule.since()
                && rule.trigger().is(change.action(), change.after());
    }

    private static AutomationRun run(AutomationRule rule, Change change, int depth, Set<UUID> seen, OriginOfChanges.@Nullable Wish wish) {
        Instant now = Instant.now();
        State state = wish == OriginOfChanges.Wish.LATER ? State.HELD : State.WAITING;
        var run = new AutomationRun(
                Ids.next(), rule.id(), change.id(), change.record(), depth, seen, wish != null, state, now, 0, change.at(), null, null, List.of());
        return depth <= DEEPEST ? run : run.ended(
                State.CUT, now, null, List.of(new AutomationRun.Step("", List.of(Fault.whole("automation-too-deep", DEEPEST)), Map.of())));
    }
}
