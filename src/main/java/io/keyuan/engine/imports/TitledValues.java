package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Ref;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.query.Titles;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Values as JSON in which references have titles, looked up with one query for each object pointed to. */
@Component
class TitledValues {

    private final ObjectTypes types;
    private final Titles titles;

    TitledValues(ObjectTypes types, Titles titles) {
        this.types = types;
        this.titles = titles;
    }

    /** An attribute's value in some state of a record. */
    record Value(Attribute<?> attribute, @Nullable Object value) {}

    Map<UUID, String> titles(Collection<Value> values) {
        Map<ObjectType, Set<UUID>> wanted = new HashMap<>();
        for (Value each : values) {
            if (each.attribute().type() instanceof ReferenceType && each.value() instanceof Ref ref) {
                wanted.computeIfAbsent(Objects.requireNonNull(types.target(each.attribute())), any -> new HashSet<>()).add(ref.requireId());
            }
        }
        Map<UUID, String> known = new HashMap<>();
        wanted.forEach((target, ids) -> known.putAll(titles.of(target, ids)));
        return known;
    }

    static @Nullable Object json(Value value, Map<UUID, String> titles) {
        if (value.value() instanceof Ref ref) {
            Map<String, @Nullable Object> titled = new LinkedHashMap<>();
            titled.put("id", ref.requireId().toString());
            titled.put("title", titles.get(ref.requireId()));
            return titled;
        }
        return json(value.attribute(), value.value());
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable Object json(Attribute<T> attribute, @Nullable Object value) {
        return value == null ? null : attribute.type().json((T) value);
    }
}
