package io.keyuan.engine.merge;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything somebody can read of some objects: lists, records with what stands beside them, their timelines, what search finds, segments. Who wrote
 * a record last, and how often it was written, is left out: a record that was merged and is itself again has been written since, and whose it was meanwhile is told.
 */
final class Readable {

    private static final Set<String> STAMPS = Set.of("version", "updatedAt", "updatedBy");

    private final TestClient client;
    private final List<String> objects;
    private final List<String> segments;
    private final List<String> words;

    Readable(TestClient client, List<String> objects, List<String> segments, List<String> words) {
        this.client = client;
        this.objects = objects;
        this.segments = segments;
        this.words = words;
    }

    /** @param untold operations whose entries on timelines are left out */
    Map<String, String> now(Set<String> untold) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String object : objects) {
            List<JsonNode> items = read(object + "?limit=500&count=exact").items();
            for (JsonNode item : items) {
                String address = object + "/" + item.get("id").asString();
                all.put(object + " listed " + item.get("id"), plain(item));
                all.put(address, plain(read(address).body()));
                all.put(address + " beside", plain(read(address + "/overview?parts=files,followers,related,rights,shares").body()));
                all.put(address + " timeline", timeline(address + "/timeline?limit=100", untold));
                all.put(address + " history", timeline(address + "/history", untold));
            }
            all.put(object + " deleted", sorted(read(object + "?deleted=true&limit=500").items()));
        }
        segments.forEach(segment -> all.put("segment " + segment, sorted(read("customers?limit=500&filter=" + TestClient.encoded("inSegment('" + segment + "')")).items())));
        words.forEach(word -> all.put("search " + word, sorted(read("search?limit=50&q=" + TestClient.encoded(word)).items())));
        return all;
    }

    private TestAnswer read(String address) {
        return client.get("/api/v1/" + address).expect(200);
    }

    private String timeline(String address, Set<String> untold) {
        ArrayNode told = JsonNodeFactory.instance.arrayNode();
        read(address).items().stream().filter(item -> !untold.contains(item.path("operation").asString(""))).forEach(told::add);
        return plain(told);
    }

    private static String sorted(List<JsonNode> items) {
        Map<String, String> byId = new TreeMap<>();
        items.forEach(item -> byId.put(item.get("id").asString(), plain(item)));
        return byId.toString();
    }

    private static String plain(JsonNode node) {
        return stripped(node).toString();
    }

    private static JsonNode stripped(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = object.objectNode();
                object.forEachEntry((name, value) -> {
                    if (!STAMPS.contains(name)) {
                        copy.set(name, stripped(value));
                    }
                });
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = array.arrayNode();
                array.forEach(value -> copy.add(stripped(value)));
                yield copy;
            }
            default -> node;
        };
    }
}
