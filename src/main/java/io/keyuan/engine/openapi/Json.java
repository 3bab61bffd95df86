package io.keyuan.engine.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON written down in Java: objects keep the order of their members, so that the document is the same every time. */
final class Json {

    private Json() {}

    /** @param members name, value, name, value, … */
    static Map<String, Object> object(Object... members) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            object.put((String) members[i], members[i + 1]);
        }
        return object;
    }

    static List<Object> array(Object... items) {
        return List.copyOf(Arrays.asList(items));
    }

    static Map<String, Object> schema(String name) {
        return object("$ref", "#/components/schemas/" + name);
    }

    static Map<String, Object> parameter(String name) {
        return object("$ref", "#/components/parameters/" + name);
    }

    static Map<String, Object> response(String name) {
        return object("$ref", "#/components/responses/" + name);
    }

    static Map<String, Object> text() {
        return object("type", "string");
    }

    static Map<String, Object> text(String format) {
        return object("type", "string", "format", format);
    }

    static Map<String, Object> oneOf(String... words) {
        return object("type", "string", "enum", List.of(words));
    }

    static Map<String, Object> yesNo() {
        return object("type", "boolean");
    }

    static Map<String, Object> number() {
        return object("type", "integer");
    }

    static Map<String, Object> list(Map<String, Object> items) {
        return object("type", "array", "items", items);
    }

    /** The same, or null. */
    static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.containsKey("$ref")) {
            return object("anyOf", array(schema, object("type", "null")));
        }
        Map<String, Object> nullable = new LinkedHashMap<>(schema);
        if (schema.get("anyOf") instanceof List<?> some) {
            List<Object> withNull = new ArrayList<>(some);
            withNull.add(object("type", "null"));
            nullable.put("anyOf", withNull);
            return nullable;
        }
        nullable.put("type", array(Objects.requireNonNull(schema.get("type")), "null"));
        if (nullable.get("enum") instanceof List<?> words) {
            List<@Nullable Object> withNull = new ArrayList<>(words);
            withNull.add(null);
            nullable.put("enum", withNull);
        }
        return nullable;
    }

    /** An object whose members all appear. */
    static Map<String, Object> members(Object... members) {
        Map<String, Object> properties = object(members);
        return object("type", "object", "required", List.copyOf(properties.keySet()), "properties", properties);
    }

    /** An object whose members may be absent. */
    static Map<String, Object> optional(Object... members) {
        return object("type", "object", "properties", object(members));
    }
}
