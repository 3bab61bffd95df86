package io.keyuan.engine.pipeline;

import io.keyuan.engine.Batch;
import io.keyuan.engine.calculation.Recalculation;
import io.keyuan.engine.file.AttributeFiles;
import io.keyuan.engine.sql.DataChange;
import io.keyuan.engine.sql.Statements;
import io.keyuan.engine.share.SharedByRules;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The steps that write what was found good, in their order: the rows and all that is kept about them in one go, then what follows. */
@Component
final class StoringSteps {

    private final Statements statements;
    private final List<Storing> parts;
    private final List<Step> steps;

    StoringSteps(Statements statements, GiveNumbers numbers, Parts parts, RulesOfObjects rules, AttributeFiles files, KeepRollUps rollUps, Recalculation recalculation, Sharing sharing) {
        this.statements = statements;
        this.parts = List.of(parts.rows(), parts.lookups(), parts.audit(), parts.search(), parts.keys(), parts.changes());
        steps = List.of(numbers, this::write, files::keep, batch -> rules.of(batch.type()).written(batch), rollUps, recalculation::after, sharing.owners(), sharing.rules()::keep);
    }

    private void write(Batch batch) {
        List<DataChange> changes = new ArrayList<>();
        parts.forEach(part -> part.add(batch, changes));
        statements.execute(changes);
    }

    List<Step> inOrder() {
        return steps;
    }

    /** What follows for those who see the records. */
    @Component
    record Sharing(KeepOwnersAbove owners, SharedByRules rules) {}

    /** What is kept of a batch. */
    @Component
    record Parts(Write rows, KeepLookups lookups, WriteAudit audit, WriteSearch search, WriteKeys keys, AppendChanges changes) {}
}
