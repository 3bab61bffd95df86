package io.keyuan.engine.search;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Messages;
import io.keyuan.engine.Stewards;
import io.keyuan.engine.jobs.Errand;
import io.keyuan.engine.jobs.Jobs;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** When the program begins to run, maybe as a new release, it takes on rebuilding what an older one wrote; else there is nothing to do. */
@Component
class SearchUpkeep implements Errand {

    private final StaleDocuments stale;
    private final Stewards stewards;
    private final Jobs jobs;
    private final Messages messages;
    private final TransactionTemplate transaction;

    SearchUpkeep(StaleDocuments stale, Stewards stewards, Jobs jobs, Messages messages, TransactionTemplate transaction) {
        this.stale = stale;
        this.stewards = stewards;
        this.jobs = jobs;
        this.messages = messages;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "upkeep of search";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run(BooleanSupplier stopping) {
        for (UUID tenant : stale.tenants()) {
            Caller steward = stopping.getAsBoolean() ? null : stewards.of(tenant);
            if (steward != null) {
                steward.run(this::takeOn);
            }
        }
    }

    /** Once, also where two nodes begin to run at the same time. */
    private void takeOn() {
        transaction.executeWithoutResult(status -> {
            stale.lock();
            if (!jobs.isUnderway(RebuildSearch.KIND)) {
                jobs.submit(RebuildSearch.KIND, messages.text(Caller.current().locale(), "search.rebuild"), job -> Map.of());
            }
        });
    }
}
