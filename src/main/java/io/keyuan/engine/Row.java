package io.keyuan.engine;

import java.util.Comparator;
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

    /** The values by the {@linkplain Attribute#ordinal() ordinals} of their attributes. */
    public @Nullable Object[] state() {
        int size = attributes.stream().map(Attribute::ordinal).max(Comparator.naturalOrder()).orElse(-1) + 1;
        @Nullable Object[] state = new Object[size];
        for (int i = 0; i < values.length; i++) {
            state[attributes.get(i).ordinal()] = values[i];
        }
        return state;
    }

    /** Puts a value in the place of what was read; nothing where it was not read. */
    public void replace(Attribute<?> attribute, @Nullable Object value) {
        int at = attributes.indexOf(attribute);
        if (at >= 0) {
            values[at] = value;
        }
    }
}
