package io.keyuan.engine.automation;

import io.keyuan.engine.erasure.RecordsErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nothing is kept of what rules did for records that are erased. */
@Component
class ErasedAutomation {

    private final AutomationRuns runs;

    ErasedAutomation(AutomationRuns runs) {
        this.runs = runs;
    }

    @EventListener
    void on(RecordsErased erased) {
        runs.deleteOfRecords(erased.ids());
    }
}
