package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.FileType;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.ObjectType;
import java.util.List;
import java.util.Set;

/**
 * By what rows find their records. A key that is named rules; where rows are to be found and none is named, it is the
 * external id.
 */
record KeyOfPlan(ObjectType type, ImportMap map, Set<Target> targets) {

    Mode mode() {
        if (map.mode() != null) {
            return map.mode();
        }
        return map.key().isEmpty() ? Mode.CREATE : Mode.UPSERT;
    }

    List<Attribute<?>> attributes() {
        List<Attribute<?>> key = map.key().stream().<Attribute<?>>map(this::attribute).toList();
        if (key.isEmpty() && mode() != Mode.CREATE) {
            if (!isBrought(type.externalId)) {
                throw MapProblem.at("key", "key-needed");
            }
            return List.of(type.externalId);
        }
        if (!key.isEmpty() && key.stream().noneMatch(attribute -> isFound(type, attribute))) {
            throw MapProblem.at("key", "not-a-key");
        }
        return key;
    }

    private Attribute<?> attribute(String name) {
        Attribute<?> attribute = type.find(name);
        if (attribute == null) {
            throw MapProblem.at("key", "unknown-attribute");
        }
        if (!isBrought(attribute)) {
            throw MapProblem.at("key", "key-not-in-file");
        }
        if (attribute.type() instanceof LinesType || attribute.type() instanceof MoneyType || attribute.type() instanceof FileType) {
            throw MapProblem.at("key", "not-a-key");
        }
        return attribute;
    }

    private boolean isBrought(Attribute<?> attribute) {
        return targets.contains(new Target(null, attribute));
    }

    /** Whether an index finds records by it; of a key of several attributes one has to be like that. */
    static boolean isFound(ObjectType type, Attribute<?> attribute) {
        return attribute.isUnique() || attribute.equals(type.title()) || attribute.equals(type.id);
    }
}
