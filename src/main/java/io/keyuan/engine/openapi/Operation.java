package io.keyuan.engine.openapi;

import io.keyuan.engine.ProblemKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One request a client can make, while it is being described. */
final class Operation {

    private final Map<String, Object> described = new LinkedHashMap<>();
    private final List<Object> parameters = new ArrayList<>();
    private final Map<String, Object> responses = new LinkedHashMap<>();

    /** @param id stable for ever: clients name their methods after it */
    Operation(String tag, String id, String summary) {
        described.put("tags", List.of(tag));
        described.put("operationId", id);
        described.put("summary", summary);
    }

    Operation says(String description) {
        described.put("description", description);
        return this;
    }

    /** By their names among the shared parameters. */
    Operation takes(String... names) {
        for (String name : names) {
            parameters.add(Json.parameter(name));
        }
        return this;
    }

    Operation query(String name, String description, boolean required, Map<String, Object> schema) {
        parameters.add(Json.object("name", name, "in", "query", "description", description, "required", required, "schema", schema));
        return this;
    }

    /** The example names an object, so it is a module's. */
    Operation bodyByExample(Map<String, Object> schema) {
        return body(schema, Examples.of(String.valueOf(described.get("operationId"))));
    }

    Operation body(Map<String, Object> schema, Object example) {
        return body("application/json", schema, example);
    }

    Operation body(String mediaType, Map<String, Object> schema, Object example) {
        var content = Json.object(mediaType, Json.object("schema", schema, "example", example));
        described.put("requestBody", Json.object("required", true, "content", content));
        return this;
    }

    Operation answers(int status, String description, Map<String, Object> schema, String... headers) {
        Map<String, Object> response = Json.object("description", description);
        for (String header : headers) {
            @SuppressWarnings("unchecked")
            var all = (Map<String, Object>) response.computeIfAbsent("headers", any -> new LinkedHashMap<String, Object>());
            all.put(header, Json.object("$ref", "#/components/headers/" + header));
        }
        response.put("content", Json.object("application/json", Json.object("schema", schema)));
        responses.put(Integer.toString(status), response);
        return this;
    }

    Operation answersFile(int status, String description, String mediaType) {
        Map<String, Object> response = Json.object("description", description);
        response.put("content", Json.object(mediaType, Json.object("schema", Json.object("type", "string", "contentMediaType", mediaType))));
        responses.put(Integer.toString(status), response);
        return this;
    }

    /** @param sample of what comes, event by event, for as long as the client listens */
    Operation streams(String description, String sample) {
        var content = Json.object("text/event-stream", Json.object("schema", Json.text(), "example", sample));
        responses.put("200", Json.object("description", description, "content", content));
        return this;
    }

    Operation answers(int status, String description) {
        responses.put(Integer.toString(status), Json.object("description", description));
        return this;
    }

    /** Beside those that every signed-in request can be answered with. */
    Operation fails(ProblemKind... kinds) {
        for (ProblemKind kind : kinds) {
            responses.put(Integer.toString(kind.status()), Json.response(SharedParts.responseName(kind)));
        }
        return this;
    }

    Operation withoutSignIn() {
        described.put("security", List.of());
        return this;
    }

    Map<String, Object> described() {
        if (!described.containsKey("security")) {
            fails(ProblemKind.UNAUTHENTICATED, ProblemKind.FORBIDDEN, ProblemKind.TOO_MANY_REQUESTS);
        }
        if (!parameters.isEmpty()) {
            described.put("parameters", parameters);
        }
        described.put("responses", new TreeMap<>(responses));
        return described;
    }
}
