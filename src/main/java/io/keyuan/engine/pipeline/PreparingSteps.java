package io.keyuan.engine.pipeline;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Rules;
import io.keyuan.engine.file.AttributeFiles;
import java.util.List;
import org.springframework.stereotype.Component;

/** The steps that judge a batch and complete it, in their order. */
@Component
final class PreparingSteps {

    private final List<Step> steps;

    PreparingSteps(
            Admission admission, CoerceInput coerce, ResolveReferences resolve, AttributeFiles files, Completion completion, RulesOfObjects rules, Judgement judgement) {
        Step derive = batch -> rules(rules, batch).derive(ruled(batch));
        Step check = batch -> rules(rules, batch).check(ruled(batch));
        steps = List.of(
                admission.mayAct(), admission.loadStored(), coerce, resolve, files::find,
                completion.inherit(), completion.defaults(), completion.owners(), completion.chances(), derive, completion.ownersAbove(), completion.worth(), completion.completeness(),
                judgement.validate(), judgement.attributeRules(), judgement.refuseCircles(), check, judgement.mayAssign(), judgement.mayLeave(), judgement.mayNumber(),
                judgement.refuseDuplicates(),
                judgement.lookalikes());
    }

    private static Rules<?> rules(RulesOfObjects rules, Batch batch) {
        return rules.of(batch.type());
    }

    /** Without those that are to be exactly what was given. */
    private static Batch ruled(Batch batch) {
        return batch.drafts().stream().noneMatch(Draft::isExact)
                ? batch
                : new Batch(batch.type(), batch.drafts().stream().filter(draft -> !draft.isExact()).toList());
    }

    List<Step> inOrder() {
        return steps;
    }

    /** Whether the caller gets near the rows at all. */
    @Component
    record Admission(MayAct mayAct, LoadStored loadStored) {}

    /** What nobody said. */
    @Component
    record Completion(
            InheritValues inherit, FillDefaults defaults, GiveOwners owners, FillChances chances, OwnersAbove ownersAbove, WorthInBase worth,
            KeepCompleteness completeness) {}

    /** Whether the rows may become what they shall be. */
    @Component
    record Judgement(
            Validate validate, FollowAttributeRules attributeRules, RefuseCircles refuseCircles, MayAssign mayAssign, MayLeave mayLeave, MayNumber mayNumber,
            RefuseDuplicates refuseDuplicates,
            MindLookalikes lookalikes) {}
}
