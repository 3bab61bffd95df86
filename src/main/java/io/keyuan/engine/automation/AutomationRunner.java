package io.keyuan.engine.automation;

import io.keyuan.engine.Caller;
import io.keyuan.engine.jobs.Errand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out what rules are to do, some runs of each rule in turn, so that none waits for the many of another. */
@Component
class AutomationRunner implements Errand {

    private static final Logger LOG = LoggerFactory.getLogger(AutomationRunner.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final AutomationRuns runs;
    private final AutomationBatch batch;
    private final TransactionTemplate transaction;

    AutomationRunner(AutomationRuns runs, AutomationBatch batch, TransactionTemplate transaction) {
        this.runs = runs;
        this.batch = batch;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "actions of rules";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run(BooleanSupplier stopping) {
        runs.due().forEach(tenant -> Caller.nobodyOf(tenant).run(() -> company(stopping)));
    }

    private void company(BooleanSupplier stopping) {
        List<UUID> due = runs.rulesDue();
        while (!due.isEmpty() && !stopping.getAsBoolean()) {
            List<UUID> more = new ArrayList<>();
            for (UUID rule : due) {
                if (!stopping.getAsBoolean() && some(rule)) {
                    more.add(rule);
                }
            }
            due = more;
        }
    }

    /** @return whether there may be more */
    private boolean some(UUID rule) {
        List<AutomationRun> taken = new ArrayList<>();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> batch.next(rule, taken::addAll)));
        } catch (RuntimeException trouble) {
            LOG.warn("rule {} could not be carried out for {} records", rule, taken.size(), trouble);
            transaction.executeWithoutResult(status -> batch.postpone(taken));
            return !taken.isEmpty();
        }
    }
}
