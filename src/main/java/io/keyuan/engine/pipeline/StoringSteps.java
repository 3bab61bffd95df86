package io.keyuan.engine.pipeline;

import java.util.List;
import org.springframework.stereotype.Component;

/** The steps that write what was found good, in their order. */
@Component
final class StoringSteps {

    private final List<Step> steps;

    StoringSteps(Write write, RulesOfObjects rules, WriteAudit audit, WriteSearch search, KeepRollUps rollUps, AppendChanges changes) {
        steps = List.of(write, batch -> rules.of(batch.type()).written(batch), audit, search, rollUps, changes);
    }

    List<Step> inOrder() {
        return steps;
    }
}
