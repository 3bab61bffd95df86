package io.keyuan.bench.data;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One record as its definition holds it, made up. */
public final class Sample {

    private final ObjectType type;
    private final @Nullable Object[] values;

    private Sample(ObjectType type) {
        this.type = type;
        values = new Object[type.size()];
    }

    /** A record as the pipeline would have made it: by somebody, at some time, never changed since. */
    static Sample of(ObjectType type, UUID id, Instant at, UUID by) {
        return new Sample(type)
                .set(type.id, id)
                .set(type.version, 1L)
                .set(type.createdAt, at)
                .set(type.createdBy, Ref.to(by))
                .set(type.updatedAt, at)
                .set(type.updatedBy, Ref.to(by));
    }

    ObjectType type() {
        return type;
    }

    <T> Sample set(Attribute<T> attribute, @Nullable T value) {
        values[attribute.ordinal()] = value;
        return this;
    }

    Sample choose(Attribute<Choice> attribute, String code) {
        return set(attribute, Choice.of(code));
    }

    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(Attribute<T> attribute) {
        return (T) values[attribute.ordinal()];
    }
}
