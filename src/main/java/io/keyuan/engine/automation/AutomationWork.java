package io.keyuan.engine.automation;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.automation.AutomationRun.State;
import io.keyuan.engine.automation.AutomationRun.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Carries out the actions of a rule for some records, one action after the other, or only finds out what would become of them. */
@Component
class AutomationWork {

    private final AutomationVerdicts verdicts;
    private final Map<Action.Kind, ActionWork> works;

    AutomationWork(AutomationVerdicts verdicts, List<ActionWork> works) {
        this.verdicts = verdicts;
        this.works = works.stream().collect(Collectors.toMap(ActionWork::kind, Function.identity()));
    }

    /** As the current caller, whose rule it is; no record is among the runs twice. */
    List<AutomationRun> carryOut(AutomationRule rule, UUID operation, List<AutomationRun> runs) {
        List<UUID> records = runs.stream().map(AutomationRun::record).toList();
        Map<UUID, State> judged = verdicts.of(rule.type(), rule.condition(), records);
        List<UUID> met = records.stream().filter(record -> judged.get(record) == State.DONE).toList();
        Map<UUID, UUID> causes = runs.stream().collect(Collectors.toMap(AutomationRun::record, AutomationRun::cause));
        Map<UUID, List<Step>> steps = act(new ActionWork.Acting(rule.type(), rule.name(), false, causes), rule.actions(), met);
        Instant now = Instant.now();
        return runs.stream().map(run -> ended(run, Objects.requireNonNull(judged.get(run.record())), steps, now, operation)).toList();
    }

    private static AutomationRun ended(AutomationRun run, State judged, Map<UUID, List<Step>> steps, Instant now, UUID operation) {
        if (judged != State.DONE) {
            return run.ended(judged, now, null, List.of());
        }
        List<Step> taken = steps.getOrDefault(run.record(), List.of());
        return run.ended(taken.stream().allMatch(Step::isDone) ? State.DONE : State.FAILED, now, operation, taken);
    }

    /** What the rule would do with records of which its condition is true; nothing is written. */
    Map<UUID, List<Step>> show(ObjectType type, String rule, List<Action> actions, List<UUID> records) {
        return act(new ActionWork.Acting(type, rule, true, Map.of()), actions, records);
    }

    /** A record for which one action does not work is spared those behind it; the others go on. */
    private Map<UUID, List<Step>> act(ActionWork.Acting acting, List<Action> actions, List<UUID> records) {
        Map<UUID, List<Step>> steps = new LinkedHashMap<>();
        records.forEach(record -> steps.put(record, new ArrayList<>()));
        List<UUID> going = records;
        for (Action action : actions) {
            if (going.isEmpty()) {
                break;
            }
            Map<UUID, Step> taken = Objects.requireNonNull(works.get(action.kind())).apply(acting, action, going);
            taken.forEach((record, step) -> Objects.requireNonNull(steps.get(record)).add(step));
            going = going.stream().filter(record -> Objects.requireNonNull(taken.get(record)).isDone()).toList();
        }
        return steps;
    }
}
