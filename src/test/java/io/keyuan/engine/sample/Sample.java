package io.keyuan.engine.sample;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Ids;
import io.keyuan.engine.ObjectType;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record as a test writes it down. */
public record Sample(ObjectType type, UUID id, Map<Attribute<?>, Object> values) {

    public static Sample of(ObjectType type) {
        return new Sample(type, Ids.next(), new HashMap<>());
    }

    /** Null for no value. */
    public <T> Sample with(Attribute<T> attribute, @Nullable T value) {
        if (value == null) {
            values.remove(attribute);
        } else {
            values.put(attribute, value);
        }
        return this;
    }

    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(Attribute<T> attribute) {
        return attribute.equals(type.id) ? (T) id : (T) values.get(attribute);
    }
}
