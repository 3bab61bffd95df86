package io.keyuan.engine.expression;

import static org.jooq.impl.DSL.falseCondition;

import io.keyuan.engine.ObjectType;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

@Component
public class Expressions {
    public Condition condition(ObjectType type, String alias, String expression) {
        return falseCondition();
    }
}
