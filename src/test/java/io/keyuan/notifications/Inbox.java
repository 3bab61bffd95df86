package io.keyuan.notifications;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** What somebody has been told, beside what concerns their account: everybody here has just chosen a password. */
public record Inbox(TestClient person) {

    private static final String PATH = "/api/v1/notifications";
    private static final Set<String> ACCOUNT = Set.of("device", "security");
    private static final Duration LONG = Duration.ofMinutes(1);

    public TestAnswer look() {
        return person.get(PATH).expect(200);
    }

    public List<JsonNode> items() {
        return look().items().stream().filter(item -> !ACCOUNT.contains(item.get("kind").asString())).toList();
    }

    public int unread() {
        return look().at("/unread").asInt();
    }

    public List<String> texts() {
        return items().stream().map(item -> item.get("text").asString()).toList();
    }

    /** What of this kind there is. */
    Stream<JsonNode> of(String kind) {
        return items().stream().filter(item -> item.get("kind").asString().equals(kind));
    }

    /** Returns the first that is like this as soon as there is one. */
    public JsonNode await(Predicate<JsonNode> like) {
        return Awaitility.await().atMost(LONG).until(() -> items().stream().filter(like).findFirst(), found -> found.isPresent()).orElseThrow();
    }

    public JsonNode await(String text) {
        return await(item -> item.get("text").asString().equals(text));
    }

    void read(JsonNode item) {
        person.post(PATH + "/read", Map.of("ids", List.of(item.get("id").asString()))).expect(204);
    }

    void readAll() {
        person.post(PATH + "/read", Map.of("all", true)).expect(204);
    }
}
