package io.keyuan.engine.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Makes one record of several, and several again. */
record Merger(TestClient client, String object) {

    private static final Duration LONG = Duration.ofMinutes(2);

    String path() {
        return "/api/v1/" + object;
    }

    TestAnswer ask(Map<String, Object> further, String into, String... from) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("into", into, "from", List.of(from)));
        body.putAll(further);
        return client.post(path() + "/merge", body);
    }

    JsonNode preview(Map<String, Object> further, String into, String... from) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("into", into, "from", List.of(from)));
        body.putAll(further);
        return client.post(path() + "/merge/preview", body).expect(200).body();
    }

    /** @return the job's id */
    String merge(Map<String, Object> further, String into, String... from) {
        String job = ask(further, into, from).expectOneOf(200, 202).id();
        assertThat(ended(job).path("state").asString("")).isEqualTo("done");
        return job;
    }

    /** @return the job that took it back */
    JsonNode undo(String job, boolean insist) {
        String undo = client.post("/api/v1/jobs/" + job + "/undo" + (insist ? "?insist=true" : ""), Map.of()).expect(202).id();
        JsonNode ended = ended(undo);
        assertThat(ended.path("state").asString("")).as(ended.toString()).isEqualTo("done");
        return ended;
    }

    JsonNode ended(String job) {
        await().atMost(LONG).until(() -> List.of("done", "failed").contains(client.get("/api/v1/jobs/" + job).expect(200).text("/state")));
        return client.get("/api/v1/jobs/" + job).expect(200).body();
    }
}
