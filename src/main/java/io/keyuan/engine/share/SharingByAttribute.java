package io.keyuan.engine.share;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeUses;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sharing rules whose conditions name an attribute. */
@Component
record SharingByAttribute(RuleStore store, ObjectTypes types) implements AttributeUses {

    @Override
    public List<String> of(Attribute<?> attribute) {
        return store.all().stream().filter(rule -> names(rule, attribute)).map(SharingRule::name).toList();
    }

    private boolean names(SharingRule rule, Attribute<?> attribute) {
        ObjectType type = types.byName(rule.object());
        return type != null && AttributeUses.names(type, rule.condition(), attribute);
    }
}
