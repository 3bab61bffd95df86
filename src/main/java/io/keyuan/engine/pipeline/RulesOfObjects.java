package io.keyuan.engine.pipeline;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Rules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.GenericTypeResolver;
import org.springframework.stereotype.Component;

/** Which rules belong to which object, by the type they name. */
@Component
final class RulesOfObjects {

    private static final Rules<ObjectType> NONE = new Rules<>() {};

    private final Map<ObjectType, Rules<?>> rules = new HashMap<>();

    RulesOfObjects(List<Rules<?>> rules, ObjectTypes types) {
        for (Rules<?> each : rules) {
            var named = Objects.requireNonNull(GenericTypeResolver.resolveTypeArgument(each.getClass(), Rules.class));
            this.rules.put(types.get(named.asSubclass(ObjectType.class)), each);
        }
    }

    Rules<?> of(ObjectType type) {
        return rules.getOrDefault(type, NONE);
    }
}
