package io.keyuan.engine.automation;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.automation.AutomationRun.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Some runs of one rule, carried out together in the current transaction: what they change and that they ended is kept at once, or not at all. */
@Component
class AutomationBatch {

    static final int MOST = 500;

    /** So often is tried what fails for reasons that have nothing to do with the record. */
    private static final int MOST_ATTEMPTS = 5;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);

    private final AutomationRuleStore rules;
    private final AutomationRuns runs;
    private final AutomationLimit limit;
    private final AutomationWork work;
    private final Callers callers;

    AutomationBatch(AutomationRuleStore rules, AutomationRuns runs, AutomationLimit limit, AutomationWork work, Callers callers) {
        this.rules = rules;
        this.runs = runs;
        this.limit = limit;
        this.work = work;
        this.callers = callers;
    }

    /**
     * @param taken hears which ones are underway
     * @return whether there may be more
     */
    boolean next(UUID id, Consumer<List<AutomationRun>> taken) {
        AutomationRule rule = rules.lock(id);
        int room = rule == null ? 0 : limit.room(MOST);
        List<AutomationRun> due = rule == null || room == 0 ? List.of() : together(runs.claim(id, room));
        if (rule == null || due.isEmpty()) {
            return false;
        }
        taken.accept(due);
        Caller owner = callers.of(Caller.current().tenant(), rule.owner(), rule.language());
        if (owner == null) {
            rules.pause(id, AutomationRule.Pause.OWNER_GONE);
            return false;
        }
        UUID operation = Ids.next();
        List<AutomationRun> ended;
        try {
            ended = owner.in(operation).get(() -> work.carryOut(rule, operation, due));
        } catch (MustPause pause) {
            rules.pause(id, pause.why());
            return false;
        }
        if (ended.stream().anyMatch(run -> run.operation() != null)) {
            runs.began(operation, rule, due.getFirst().depth());
            rules.acted(id, Instant.now(), ended.stream().anyMatch(run -> run.state() == State.FAILED));
        }
        runs.end(ended);
        return true;
    }

    /** Of one depth, each record once, and alone where it failed before. */
    private static List<AutomationRun> together(List<AutomationRun> due) {
        List<AutomationRun> some = new ArrayList<>();
        Set<UUID> records = new HashSet<>();
        for (AutomationRun run : due) {
            if (some.isEmpty() && run.attempts() > 0) {
                return List.of(run);
            }
            if (run.attempts() == 0 && (some.isEmpty() || some.getFirst().depth() == run.depth()) && records.add(run.record())) {
                some.add(run);
            }
        }
        return some;
    }

    /** What failed as a whole is tried again one by one, and given up in the end. */
    void postpone(List<AutomationRun> taken) {
        List<AutomationRun> hopeless = taken.stream().filter(run -> run.attempts() + 1 >= MOST_ATTEMPTS).toList();
        if (!hopeless.isEmpty()) {
            var why = new AutomationRun.Step("", List.of(Fault.whole("automation-failed")), Map.of());
            runs.end(hopeless.stream().map(run -> run.ended(State.FAILED, Instant.now(), null, List.of(why))).toList());
        }
        List<AutomationRun> others = taken.stream().filter(run -> run.attempts() + 1 < MOST_ATTEMPTS).toList();
        if (!others.isEmpty()) {
            runs.postpone(others, FIRST_WAIT.multipliedBy(1L << Math.min(8, 2 * others.getFirst().attempts())));
        }
    }
}
