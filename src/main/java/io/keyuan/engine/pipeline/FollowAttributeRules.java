package io.keyuan.engine.pipeline;

import io.keyuan.engine.Batch;
import io.keyuan.engine.layout.AttributeRules;
import io.keyuan.engine.layout.KindOffers;
import org.springframework.stereotype.Component;

/** What the company demands of records that are like something: choices of their kind, values they must have, and values that stay. */
@Component
final class FollowAttributeRules implements Step {

    private final AttributeRules rules;
    private final KindOffers offers;

    FollowAttributeRules(AttributeRules rules, KindOffers offers) {
        this.rules = rules;
        this.offers = offers;
    }

    @Override
    public void apply(Batch batch) {
        offers.judge(batch);
        rules.judge(batch);
    }
}
