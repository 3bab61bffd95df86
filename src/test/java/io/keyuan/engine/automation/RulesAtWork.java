package io.keyuan.engine.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Rules as somebody writes them, and what comes of them. */
record RulesAtWork(TestClient client) {

    static final String RULES = "/api/v1/automation-rules";
    static final String CUSTOMERS = "/api/v1/customers";
    static final Duration PATIENCE = Duration.ofMinutes(1);

    static Map<String, Object> body(String object, Map<String, Object> trigger, @Nullable String condition, List<Map<String, Object>> actions) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("object", object, "name", "R", "trigger", trigger, "actions", actions));
        if (condition != null) {
            body.put("condition", condition);
        }
        return body;
    }

    String rule(String object, Map<String, Object> trigger, @Nullable String condition, List<Map<String, Object>> actions) {
        return client.post(RULES, body(object, trigger, condition, actions)).expect(201).id();
    }

    static Map<String, Object> when(String kind) {
        return Map.of("kind", kind);
    }

    static Map<String, Object> set(String attribute, Object value) {
        return Map.of("kind", "set", "values", List.of(Map.of("attribute", attribute, "value", value)));
    }

    /** A task on the customer that made the rule run. */
    static Map<String, Object> task(String title) {
        return Map.of("kind", "create", "object", "tasks", "values", List.of(
                Map.of("attribute", "title", "text", title), Map.of("attribute", "customer", "from", "id"), Map.of("attribute", "dueDate", "days", 2)));
    }

    TestAnswer customer(String name, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("name", name);
        return client.post(CUSTOMERS, body).expect(201);
    }

    String customer(String name) {
        return customer(name, Map.of()).id();
    }

    JsonNode get(String customer) {
        return client.get(CUSTOMERS + "/" + customer).expect(200).body();
    }

    List<JsonNode> tasks(String customer) {
        return client.get("/api/v1/tasks?limit=500&filter=" + TestClient.encoded("customer == '" + customer + "'")).expect(200).items();
    }

    List<JsonNode> runs(String rule) {
        return client.get(RULES + "/" + rule + "/runs").expect(200).items();
    }

    /** The states of all its runs, the newest first, once none is waiting and there are so many. */
    List<String> ended(String rule, int count) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(runs(rule)).hasSize(count);
            assertThat(states(rule)).doesNotContain("waiting");
        });
        return states(rule);
    }

    List<String> states(String rule) {
        return runs(rule).stream().map(run -> run.get("state").asString()).toList();
    }

    /** Waits until everything that happened until now was noticed: by a rule that is there for this alone. */
    void settle() {
        String rule = rule("competitors", when("created"), null, List.of(set("threat", "low")));
        client.post("/api/v1/competitors", Map.of("name", "Settled " + System.nanoTime())).expect(201);
        ended(rule, 1);
        client.delete(RULES + "/" + rule).expect(204);
    }
}
