package io.keyuan.engine.assign;

import static org.awaitility.Awaitility.await;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody who makes records and gives them away over HTTP. */
final class Assigner {

    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled", "undone");
    private static final Duration LONG = Duration.ofMinutes(3);

    private final TestClient client;

    Assigner(TestClient client) {
        this.client = client;
    }

    TestClient client() {
        return client;
    }

    /** @param owner null for whoever makes it, or for rules */
    String make(String object, Map<String, ?> values, @Nullable String owner) {
        Map<String, Object> all = new HashMap<>(values);
        if (owner != null) {
            all.put("owner", Map.of("id", owner));
        }
        return client.post("/api/v1/" + object, all).expect(201).id();
    }

    /** Many customers at once. */
    List<String> customers(int count, String name, @Nullable String owner) {
        List<Map<String, Object>> rows = IntStream.range(0, count)
                .<Map<String, Object>>mapToObj(i -> owner == null ? Map.of("name", name + i) : Map.of("name", name + i, "owner", Map.of("id", owner)))
                .toList();
        List<String> ids = new ArrayList<>();
        client.post("/api/v1/customers/batch", Map.of("create", rows)).expect(200).at("/results").forEach(result -> ids.add(result.path("id").asString()));
        return ids;
    }

    String owner(String object, String id) {
        return client.get("/api/v1/" + object + "/" + id).expect(200).text("/owner/id");
    }

    int owned(String object, String owner) {
        return client.get("/api/v1/" + object + "?count=exact&limit=1&filter=" + TestClient.encoded("owner == '" + owner + "'"))
                .expect(200).at("/count/value").asInt();
    }

    TestAnswer assign(String object, String id, Map<String, ?> body) {
        return client.post("/api/v1/" + object + "/" + id + "/assign", body);
    }

    /** Gives many away and waits for the end. */
    JsonNode assignMany(String object, Map<String, ?> body) {
        return ended(client.post("/api/v1/" + object + "/assign", body).expect(202).id());
    }

    JsonNode undo(String job) {
        return ended(client.post("/api/v1/jobs/" + job + "/undo", Map.of()).expect(202).id());
    }

    JsonNode ended(String job) {
        await().atMost(LONG).until(() -> ENDED.contains(job(job).path("state").asString()));
        return job(job);
    }

    JsonNode job(String id) {
        return client.get("/api/v1/jobs/" + id).expect(200).body();
    }

    String rule(Map<String, ?> rule) {
        return client.post("/api/v1/assignment-rules", rule).expect(201).id();
    }
}
