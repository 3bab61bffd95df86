package io.keyuan.engine.pipeline;

import io.keyuan.engine.Batch;
import io.keyuan.engine.layout.AttributeRules;
import org.springframework.stereotype.Component;

/** What the company demands of records that are like something: values they must have, and values that stay. */
@Component
final class FollowAttributeRules implements Step {

    private final AttributeRules rules;

    FollowAttributeRules(AttributeRules rules) {
        this.rules = rules;
    }

    @Override
    public void apply(Batch batch) {
        rules.judge(batch);
    }
}
