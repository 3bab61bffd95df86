package io.keyuan.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which attributes an object has: those its definition says, and those a company has added. */
public final class Shape {

    private final List<Attribute<?>> attributes;
    private final List<Attribute<?>> added;
    private final Map<String, Attribute<?>> byName = new LinkedHashMap<>();
    private final int size;

    private Shape(List<Attribute<?>> defined, List<Attribute<?>> added) {
        this.added = added;
        attributes = added.isEmpty() ? defined : Stream.concat(defined.stream(), added.stream()).toList();
        attributes.forEach(attribute -> byName.put(attribute.name(), attribute));
        size = attributes.stream().map(Attribute::ordinal).max(Comparator.naturalOrder()).orElse(-1) + 1;
    }

    static Shape defined(Collection<Attribute<?>> attributes) {
        return new Shape(List.copyOf(attributes), List.of());
    }

    /**
     * The same with more.
     *
     * @param more in the order in which they are shown
     */
    public Shape with(List<Attribute<?>> more) {
        return new Shape(attributes, List.copyOf(more));
    }

    public List<Attribute<?>> attributes() {
        return attributes;
    }

    /** Those of them that the definition does not say, in their order. */
    public List<Attribute<?>> added() {
        return added;
    }

    public @Nullable Attribute<?> find(String name) {
        return byName.get(name);
    }

    /** Above every {@link Attribute#ordinal()}. */
    public int size() {
        return size;
    }
}
