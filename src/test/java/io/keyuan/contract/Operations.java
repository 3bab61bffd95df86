package io.keyuan.contract;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The operations a company's OpenAPI document describes. */
final class Operations {

    private static final String PLACE = "/{";
    /** Of parameters that must be given; any other is asked for the mark. */
    private static final Map<String, String> VALUES = Map.of("measure", "count", "object", "customers", "version", "1");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private Operations() {}

    static List<Operation> of(TestClient client) {
        JsonNode document = client.get("/api/v1/openapi.json").expect(200).body();
        List<Operation> operations = new ArrayList<>();
        document.get("paths").forEachEntry((path, methods) -> methods.forEachEntry((method, described) -> {
            if (METHODS.contains(method)) {
                operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, described, document));
            }
        }));
        return operations;
    }

    /** @param document in which references are looked up */
    record Operation(String method, String path, JsonNode described, JsonNode document) {

        String id() {
            return described.get("operationId").asString();
        }

        boolean isPublic() {
            return described.path("security").isArray() && described.get("security").isEmpty();
        }

        /** Whether its address names something by its id. */
        boolean isAboutOne() {
            return path.contains(PLACE);
        }

        /** Sends it as the document shows it, with ids of this company in its address and its body. */
        TestAnswer send(TestClient client, Stage company) {
            String address = address(company) + query();
            return (method.equals("GET") ? client : client.with("If-Match", "\"1\"")).send(method, address, body(company));
        }

        /** The document's body with something else in each of its places, one after the other; none where it shows no body. */
        List<String> spoiled(Stage company, List<JsonNode> by) {
            JsonNode whole = example();
            List<String> bodies = new ArrayList<>();
            if (!whole.isMissingNode() && mediaType().equals("application/json")) {
                places("", whole).forEach(place -> by.forEach(wrong ->
                        bodies.add(JsonMapper.shared().writeValueAsString(withIds(spoiled(whole, place, wrong), company)))));
            }
            return bodies;
        }

        private static Stream<String> places(String pointer, JsonNode node) {
            List<String> below = new ArrayList<>();
            if (node.isObject()) {
                node.forEachEntry((name, value) -> below.addAll(places(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), value).toList()));
            } else if (node.isArray()) {
                IntStream.range(0, node.size()).forEach(at -> below.addAll(places(pointer + "/" + at, node.get(at)).toList()));
            }
            return Stream.concat(Stream.of(pointer), below.stream());
        }

        private static JsonNode spoiled(JsonNode whole, String place, JsonNode wrong) {
            if (place.isEmpty()) {
                return wrong;
            }
            JsonNode copy = whole.deepCopy();
            JsonNode above = copy.at(place.substring(0, place.lastIndexOf('/')));
            String last = place.substring(place.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
            if (above instanceof ObjectNode object) {
                object.set(last, wrong);
            } else {
                ((ArrayNode) above).set(Integer.parseInt(last), wrong);
            }
            return copy;
        }

        TestAnswer send(TestClient client, Stage company, String body) {
            return client.with("If-Match", "\"1\"").send(method, address(company) + query(), body);
        }

        /** Asked for with something else in each of its parameters, one after the other. */
        List<TestAnswer> asked(TestClient client, Stage company, List<String> by) {
            return described.path("parameters").valueStream()
                    .map(this::resolved)
                    .filter(parameter -> parameter.path("in").asString("").equals("query"))
                    .map(parameter -> parameter.get("name").asString())
                    .flatMap(name -> by.stream().map(wrong -> client.get(address(company) + "?" + name + "=" + wrong)))
                    .toList();
        }

        private String address(Stage company) {
            int place = path.indexOf(PLACE);
            if (place < 0) {
                return path;
            }
            return path.replaceAll("\\{[^}]+}", company.id(path.substring(0, place)));
        }

        /** What must be given, and what is searched for. */
        private String query() {
            String query = described.path("parameters").valueStream()
                    .map(this::resolved)
                    .filter(parameter -> parameter.path("in").asString("").equals("query") && parameter.path("required").asBoolean(false))
                    .map(parameter -> parameter.get("name").asString())
                    .map(name -> name + "=" + VALUES.getOrDefault(name, Stage.MARK))
                    .collect(Collectors.joining("&"));
            return query.isEmpty() ? "" : "?" + query;
        }

        private JsonNode resolved(JsonNode node) {
            return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
        }

        private String mediaType() {
            return described.at("/requestBody/content").propertyNames().stream().findFirst().orElse("application/json");
        }

        private @Nullable String body(Stage company) {
            if (method.equals("GET") || method.equals("DELETE")) {
                return null;
            }
            JsonNode example = example();
            return example.isMissingNode() ? "{}" : JsonMapper.shared().writeValueAsString(withIds(example, company));
        }

        private JsonNode example() {
            return described.path("requestBody").path("content").path(mediaType()).path("example");
        }

        /** The ids of the company that stand in the body. */
        List<String> ids(Stage company) {
            List<String> ids = new ArrayList<>();
            collect(withIds(example(), company), ids);
            return ids;
        }

        private static void collect(JsonNode node, List<String> ids) {
            if (node.isString() && isId(node.asString())) {
                ids.add(node.asString());
            }
            node.forEach(child -> collect(child, ids));
        }

        private static JsonNode withIds(JsonNode node, Stage company) {
            return switch (node) {
                case ObjectNode object -> {
                    ObjectNode copy = object.objectNode();
                    object.forEachEntry((name, value) -> copy.set(name, withIds(value, company)));
                    yield copy;
                }
                case ArrayNode array -> {
                    ArrayNode copy = array.arrayNode();
                    array.forEach(value -> copy.add(withIds(value, company)));
                    yield copy;
                }
                case JsonNode value when value.isString() && isId(value.asString()) ->
                    JsonMapper.shared().getNodeFactory().stringNode(company.id("/api/v1/customers"));
                default -> node;
            };
        }

        private static boolean isId(String text) {
            try {
                return UUID.fromString(text).toString().equals(text);
            } catch (IllegalArgumentException another) {
                return false;
            }
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
