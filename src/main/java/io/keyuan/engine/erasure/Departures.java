package io.keyuan.engine.erasure;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** In which order objects can go: what points to others before what it points to, what points in a circle together. */
@Component
class Departures {

    private final ObjectTypes types;

    Departures(ObjectTypes types) {
        this.types = types;
    }

    List<List<ObjectType>> inOrder() {
        List<List<ObjectType>> order = new ArrayList<>();
        Set<ObjectType> left = new HashSet<>(types.all());
        while (!left.isEmpty()) {
            List<ObjectType> free = types.all().stream().filter(left::contains).filter(type -> isFree(type, left)).toList();
            if (free.isEmpty()) {
                order.add(types.all().stream().filter(left::contains).toList());
                return order;
            }
            free.forEach(type -> order.add(List.of(type)));
            free.forEach(left::remove);
        }
        return order;
    }

    private boolean isFree(ObjectType type, Set<ObjectType> left) {
        return left.stream().filter(other -> !other.equals(type)).noneMatch(other -> pointsTo(other, type));
    }

    private boolean pointsTo(ObjectType from, ObjectType to) {
        return from.attributes().stream()
                .filter(attribute -> attribute.type() instanceof ReferenceType && !attribute.isSystem())
                .anyMatch(attribute -> to.equals(types.target(attribute)));
    }
}
