package io.keyuan.engine.automation;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import io.keyuan.engine.automation.AutomationRun.State;
import io.keyuan.engine.automation.AutomationRuleStore.Clock;
import io.keyuan.engine.automation.DueRecords.Due;
import io.keyuan.engine.jobs.Errand;
import io.keyuan.engine.jobs.Errands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes which rules are to run because their time has come. Each remembers up to when it has looked, and in a round that is underway up to
 * which record: what came due while nothing ran is noticed once, however late, and a moment is never looked at twice.
 */
@Component
class AutomationClock implements Errand {

    static final int PIECE = 500;

    private static final Duration EVERY = Duration.ofSeconds(20);

    private final AutomationRuleStore rules;
    private final AutomationRuns runs;
    private final DueRecords due;
    private final AutomationRunner runner;
    private final Errands errands;
    private final TransactionTemplate transaction;

    AutomationClock(
            AutomationRuleStore rules, AutomationRuns runs, DueRecords due, AutomationRunner runner, Errands errands, TransactionTemplate transaction) {
        this.rules = rules;
        this.runs = runs;
        this.due = due;
        this.runner = runner;
        this.errands = errands;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "rules that go by the clock";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run(BooleanSupplier stopping) {
        strike(Instant.now(), stopping);
    }

    /** @param now the moment it is taken to be */
    void strike(Instant now, BooleanSupplier stopping) {
        for (UUID tenant : rules.timedBefore(now)) {
            Caller.nobodyOf(tenant).run(() -> rules.timed().forEach(rule -> round(rule, now, stopping)));
        }
    }

    private void round(UUID rule, Instant now, BooleanSupplier stopping) {
        boolean more = true;
        while (more && !stopping.getAsBoolean()) {
            more = Boolean.TRUE.equals(transaction.execute(status -> piece(rule, now)));
        }
    }

    /** @return whether there may be more */
    private boolean piece(UUID id, Instant now) {
        Clock clock = rules.lockClock(id);
        if (clock == null || !clock.looked().isBefore(now)) {
            return false;
        }
        Instant until = clock.round() == null ? now : clock.round();
        List<Due> some;
        try {
            some = due.of(clock.rule(), clock.looked(), until, clock.passed(), PIECE);
        } catch (MustPause pause) {
            rules.pause(id, pause.why());
            return false;
        }
        runs.add(some.stream().map(each -> run(id, each)).toList());
        if (!some.isEmpty()) {
            errands.soon(runner);
        }
        if (some.size() == PIECE) {
            rules.passed(clock, until, some.getLast().record());
            return true;
        }
        rules.lookedAt(id, until);
        return until.isBefore(now);
    }

    private static AutomationRun run(UUID rule, Due due) {
        return new AutomationRun(
                Ids.next(), rule, cause(rule, due), due.record(), 0, Set.of(), false, State.WAITING, Instant.now(), 0, due.at(), null, null, List.of());
    }

    /** The same for the same record and moment, whoever notices it. */
    private static UUID cause(UUID rule, Due due) {
        return UUID.nameUUIDFromBytes((rule + " " + due.record() + " " + due.at()).getBytes(StandardCharsets.UTF_8));
    }
}
