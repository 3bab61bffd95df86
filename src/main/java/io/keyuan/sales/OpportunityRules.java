package io.keyuan.sales;

import static io.keyuan.sales.Opportunity.OPPORTUNITY;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Rules;
import io.keyuan.engine.TenantSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What closing an opportunity means. */
@Component
class OpportunityRules implements Rules<Opportunity> {

    private static final BigDecimal CERTAIN = new BigDecimal("100.00");
    private static final BigDecimal HOPELESS = new BigDecimal("0.00");

    private final TenantSettings settings;

    OpportunityRules(TenantSettings settings) {
        this.settings = settings;
    }

    @Override
    public void derive(Batch batch) {
        Batch.Selection won = batch.whereBecomes(OPPORTUNITY.stage, StageMeaning.WON);
        Batch.Selection lost = batch.whereBecomes(OPPORTUNITY.stage, StageMeaning.LOST);
        won.set(OPPORTUNITY.probability, draft -> CERTAIN);
        lost.set(OPPORTUNITY.probability, draft -> HOPELESS);
        closeToday(won);
        closeToday(lost);
    }

    private void closeToday(Batch.Selection closed) {
        Instant now = Instant.now();
        closed.where(draft -> !draft.changed(OPPORTUNITY.closeDate) && !draft.isGiven(OPPORTUNITY.closeDate))
                .set(OPPORTUNITY.closeDate, draft -> LocalDate.ofInstant(draft.at(now), settings.zone()));
    }

    @Override
    public void check(Batch batch) {
        // One that arrives already lost is history from another system; one lost here must say why.
        batch.whereBecomes(OPPORTUNITY.stage, StageMeaning.LOST)
                .where(draft -> !draft.isNew())
                .require(OPPORTUNITY.lossReason);
    }
}
