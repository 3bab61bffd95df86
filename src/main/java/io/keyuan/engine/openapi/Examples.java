package io.keyuan.engine.openapi;

import io.keyuan.engine.ObjectType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Request bodies that work: {@code api/examples/<object>.json} beside the module's other resources, or
 * plain ones made of the definition. Sent in the order of the document, each finds the records it points to.
 */
final class Examples {

    private static final TypeReference<Map<String, Map<String, Object>>> SHAPE = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> BODY = new TypeReference<>() {};

    private final Map<ObjectType, Map<String, Map<String, Object>>> read = new HashMap<>();

    /** The attributes of a record that is created. */
    Map<String, Object> create(ObjectType type) {
        return of(type, "create");
    }

    Map<String, Object> patch(ObjectType type) {
        return of(type, "patch");
    }

    Map<String, Object> batch(ObjectType type) {
        return of(type, "batch");
    }

    private Map<String, Object> of(ObjectType type, String what) {
        return read.computeIfAbsent(type, Examples::read).getOrDefault(what, Map.of());
    }

    /**
     * What an operation is sent that names an object: the modules say which, in {@code api/examples/operations/<operation>.json}.
     *
     * @throws IllegalStateException where none of them does
     */
    static Map<String, Object> of(String operation) {
        String name = "/api/examples/operations/" + operation + ".json";
        try (InputStream in = Examples.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no example at " + name);
            }
            return JsonMapper.shared().readValue(in, BODY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Map<String, Object>> read(ObjectType type) {
        String name = "/api/examples/" + type.name() + ".json";
        try (InputStream in = Examples.class.getResourceAsStream(name)) {
            return in == null ? ExampleByDefinition.of(type) : JsonMapper.shared().readValue(in, SHAPE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
