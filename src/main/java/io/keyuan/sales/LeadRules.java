package io.keyuan.sales;

import static io.keyuan.sales.Lead.LEAD;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Rules;
import org.springframework.stereotype.Component;

/** A lead ends as a customer or for a reason. What arrives ended is history from another system. */
@Component
class LeadRules implements Rules<Lead> {

    @Override
    public void check(Batch batch) {
        batch.whereBecomes(LEAD.state, LeadMeaning.DISQUALIFIED)
                .where(draft -> !draft.isNew())
                .require(LEAD.disqualification);
        batch.whereBecomes(LEAD.state, LeadMeaning.CONVERTED)
                .where(draft -> !draft.isNew() && draft.get(LEAD.customer) == null)
                .forEach(LeadRules::refuse);
    }

    private static void refuse(Draft draft) {
        draft.reject(LEAD.state, "convert-instead");
    }
}
