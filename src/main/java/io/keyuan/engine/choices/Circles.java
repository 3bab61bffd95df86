package io.keyuan.engine.choices;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ChoiceDependency;
import io.keyuan.engine.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds whether choices would go by themselves.
 *
 * @param dependencies by the full name of the attribute that depends
 */
record Circles(ObjectType type, Map<String, ChoiceDependency> dependencies) {

    /**
     * The way back to an attribute if it went by another one.
     *
     * @return the names on it, the attribute first and last; empty where there is none
     */
    List<String> from(Attribute<?> attribute, Attribute<?> other) {
        List<String> way = new ArrayList<>(List.of(attribute.name()));
        @Nullable String at = other.name();
        while (at != null && !way.subList(1, way.size()).contains(at)) {
            way.add(at);
            if (at.equals(attribute.name())) {
                return way;
            }
            ChoiceDependency next = dependencies.get(type.name() + "." + at);
            at = next == null ? null : next.attribute();
        }
        return List.of();
    }
}
