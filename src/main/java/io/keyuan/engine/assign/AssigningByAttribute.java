package io.keyuan.engine.assign;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeUses;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rules of assigning that go by an attribute, in their conditions or in the value that people are named for. */
@Component
record AssigningByAttribute(AssignmentRuleStore store) implements AttributeUses {

    @Override
    public List<String> of(Attribute<?> attribute) {
        return store.all().stream().filter(rule -> goesBy(rule, attribute)).map(AssignmentRule::name).toList();
    }

    private static boolean goesBy(AssignmentRule rule, Attribute<?> attribute) {
        ValuePath path = rule.pool().value();
        return AttributeUses.names(rule.type(), rule.condition(), attribute)
                || path != null && (path.attribute().equals(attribute) || attribute.equals(path.reference()));
    }
}
