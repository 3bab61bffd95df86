package io.keyuan.engine.openapi;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Objects in an order in which each one's example finds the records it points to. */
final class ReferenceOrder {

    private final ObjectTypes types;
    private final Examples examples;
    private final Set<ObjectType> entered = new LinkedHashSet<>();
    private final Set<ObjectType> sorted = new LinkedHashSet<>();

    ReferenceOrder(ObjectTypes types, Examples examples) {
        this.types = types;
        this.examples = examples;
    }

    List<ObjectType> sorted() {
        types.all().forEach(this::add);
        return List.copyOf(sorted);
    }

    private void add(ObjectType type) {
        if (entered.add(type)) {
            type.attributes().stream()
                    .filter(attribute -> examples.create(type).containsKey(attribute.name()))
                    .forEach(this::addTargets);
            sorted.add(type);
        }
    }

    private void addTargets(Attribute<?> attribute) {
        ObjectType target = types.target(attribute);
        if (target == null) {
            return;
        }
        if (attribute.type() instanceof LinesType) {
            // Rows come with their record; what they point to comes before it.
            target.attributes().stream().filter(of -> of.isRequired() && !of.equals(target.parent())).forEach(this::addTargets);
        } else {
            add(target);
        }
    }
}
