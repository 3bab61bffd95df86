package io.keyuan.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as read: the values of the attributes that were asked for.
 *
 * @param attributes what was read, in this order
 * @param values as many, null where the record has none
 */
public record Row(ObjectType type, List<Attribute<?>> attributes, @Nullable Object[] values) {

    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(Attribute<T> attribute) {
        int at = attributes.indexOf(attribute);
        if (at < 0) {
            throw new IllegalArgumentException(attribute + " was not read");
        }
        return (T) values[at];
    }
}
