package io.keyuan.engine.automation;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.automation.AutomationRun.Step;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carries out one kind of action for the current caller, with as many statements for many records as for one. */
interface ActionWork {

    /** Why a record that was there a moment ago is not changed any more. */
    List<Fault> GONE = List.of(Fault.whole("not-there-any-more"));

    Action.Kind kind();

    /**
     * For whom, and whether at all.
     *
     * @param type of the records
     * @param rule what it is called
     * @param shown whether it is only to be found out what would become of it
     * @param causes by record, what made the rule run; empty where it is only shown
     */
    record Acting(ObjectType type, String rule, boolean shown, Map<UUID, UUID> causes) {}

    /** @return by record what became of it */
    Map<UUID, Step> apply(Acting acting, Action action, List<UUID> records);

    static Step step(Action action, List<Fault> faults, Map<String, @Nullable Object> told) {
        return faults.isEmpty() ? Step.done(action, told) : Step.failed(action, faults);
    }
}
