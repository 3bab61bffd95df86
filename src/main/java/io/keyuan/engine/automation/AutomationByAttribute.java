package io.keyuan.engine.automation;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeUses;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rules that go by an attribute, or write it. */
@Component
record AutomationByAttribute(AutomationRuleStore store, ObjectTypes types) implements AttributeUses {

    @Override
    public List<String> of(Attribute<?> attribute) {
        return store.all().stream().filter(rule -> goesBy(rule, attribute)).map(AutomationRule::name).toList();
    }

    private boolean goesBy(AutomationRule rule, Attribute<?> attribute) {
        boolean own = rule.type().equals(attribute.object());
        String name = attribute.name();
        Trigger trigger = rule.trigger();
        return own && (trigger.attributes().contains(name) || name.equals(trigger.attribute()))
                || AttributeUses.names(rule.type(), rule.condition(), attribute)
                || rule.actions().stream().anyMatch(action -> uses(rule.type(), action, attribute));
    }

    private boolean uses(ObjectType type, Action action, Attribute<?> attribute) {
        ObjectType made = action.object() == null ? type : types.byName(action.object());
        boolean own = type.equals(attribute.object());
        String name = attribute.name();
        return action.values().stream().anyMatch(value ->
                        attribute.object().equals(made) && value.attribute().equals(name) || own && name.equals(value.from())
                                || AttributeUses.names(type, value.text(), attribute))
                || AttributeUses.names(type, action.text(), attribute)
                || own && action.to().stream().anyMatch(recipient -> name.equals(recipient.attribute()));
    }
}
