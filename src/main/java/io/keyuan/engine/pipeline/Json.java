package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Draft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** States of records as JSON text. */
@Component
final class Json {

    private final JsonMapper mapper;

    Json(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String text(Object value) {
        return mapper.writeValueAsString(value);
    }

    /** The new values of these attributes; a null says that the attribute was emptied. */
    static Map<String, @Nullable Object> after(Draft draft, List<Attribute<?>> attributes) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        attributes.forEach(attribute -> values.put(attribute.name(), json(attribute, draft.get(attribute))));
        return values;
    }

    static Map<String, @Nullable Object> before(Draft draft, List<Attribute<?>> attributes) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        attributes.forEach(attribute -> values.put(attribute.name(), json(attribute, draft.old(attribute))));
        return values;
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable Object json(Attribute<T> attribute, @Nullable Object value) {
        return value == null ? null : attribute.type().json((T) value);
    }
}
