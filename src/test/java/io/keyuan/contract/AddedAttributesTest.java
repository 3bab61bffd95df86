package io.keyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Attributes that a company adds to an object: there at once, and gone without a loss for a while. */
class AddedAttributesTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final TestTenant TENANT = RunningProgram.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();
    private static final String ATTRIBUTES = "/api/v1/customers/attributes";

    @Test
    void anAttributeIsThereAtOnce() {
        String name = added(Map.of("label", "Size of fleet", "type", "number")).text("/name");

        assertThat(name).isEqualTo("c_sizeOfFleet");
        String id = customer(Map.of(name, 12));
        assertThat(ADMIN.get("/api/v1/customers/" + id).expect(200).body().path(name).asInt()).isEqualTo(12);
        assertThat(found(name + " == 12")).containsExactly(id);
        assertThat(found(name + " > 12")).isEmpty();
        change(id, Map.of(name, 13));
        assertThat(found(name + " >= 13")).containsExactly(id);
        change(id, java.util.Collections.singletonMap(name, null));
        assertThat(found("has(" + name + ")")).isEmpty();
        ADMIN.patch("/api/v1/customers/" + id, 3, Map.of(name, "many")).expect(422);
    }

    @Test
    void listsAreInItsOrderOnceItsValuesAreWhereTheyAreLookedUp() {
        String earlier = customer(Map.of());
        String name = added(Map.of("label", "Rank", "type", "number")).text("/name");
        String second = customer(Map.of(name, 2));
        String first = customer(Map.of(name, 1));
        String both = "externalId == 'none' || " + name + " < 3 || id == '" + earlier + "'";
        assertThat(sorted(both, name)).containsExactly(earlier, first, second);

        await().atMost(SOON).until(() -> ready(name));

        assertThat(sorted(both, name)).containsExactly(earlier, first, second);
        assertThat(sorted(both, "-" + name)).containsExactly(second, first, earlier);
        assertThat(found(name + " < 2")).containsExactly(first);
        change(earlier, Map.of(name, 0));
        assertThat(sorted(both, name)).containsExactly(earlier, first, second);
        assertThat(found(name + " < 2")).containsExactlyInAnyOrder(earlier, first);
        assertThat(pages(both, name)).containsExactly(earlier, first, second);
        assertThat(pages(both, "-" + name)).containsExactly(second, first, earlier);
    }

    @Test
    void whatIsRemovedIsGoneAtOnceAndComesBackWithItsValues() {
        String name = added(Map.of("label", "Parking space", "type", "text")).text("/name");
        String id = customer(Map.of(name, "B 12"));

        ADMIN.delete(ATTRIBUTES + "/" + name).expect(204);

        assertThat(ADMIN.get("/api/v1/customers/" + id).expect(200).body().has(name)).isFalse();
        ADMIN.get("/api/v1/customers?filter=" + TestClient.encoded(name + " == 'B 12'")).expect(400);
        change(id, Map.of("website", "https://example.com/"));
        assertThat(ADMIN.post(ATTRIBUTES, Map.of("label", "Other", "name", name, "type", "text")).expect(422).error("name")).isNotNull();

        ADMIN.post(ATTRIBUTES + "/" + name + "/restore", Map.of()).expect(200);

        assertThat(ADMIN.get("/api/v1/customers/" + id).expect(200).text("/" + name)).isEqualTo("B 12");
        assertThat(found(name + " == 'B 12'")).containsExactly(id);
    }

    private static TestAnswer added(Map<String, Object> body) {
        return ADMIN.post(ATTRIBUTES, body).expect(201);
    }

    private static boolean ready(String name) {
        return ADMIN.get(ATTRIBUTES).items().stream().anyMatch(item -> item.path("name").asString().equals(name) && item.path("ready").asBoolean());
    }

    private static String customer(Map<String, Object> values) {
        Map<String, Object> body = new java.util.HashMap<>(values);
        body.put("name", "Somebody " + values);
        return ADMIN.post("/api/v1/customers?duplicates=allow", body).expect(201).id();
    }

    private static void change(String id, Map<String, Object> values) {
        ADMIN.patch("/api/v1/customers/" + id, ADMIN.get("/api/v1/customers/" + id).version(), values).expect(200);
    }

    private static List<String> found(String filter) {
        return ids("filter=" + TestClient.encoded(filter));
    }

    private static List<String> sorted(String filter, String sort) {
        return ids("filter=" + TestClient.encoded(filter) + "&sort=" + sort);
    }

    private static List<String> pages(String filter, String sort) {
        List<String> ids = new java.util.ArrayList<>();
        String page = "";
        do {
            TestAnswer answer = ADMIN.get("/api/v1/customers?limit=1&filter=" + TestClient.encoded(filter) + "&sort=" + sort + page).expect(200);
            answer.items().forEach(item -> ids.add(item.path("id").asString()));
            page = answer.body().path("next").isNull() ? "" : "&page=" + answer.text("/next");
        } while (!page.isEmpty());
        return ids;
    }

    private static List<String> ids(String query) {
        return ADMIN.get("/api/v1/customers?" + query).expect(200).items().stream().map(item -> item.path("id").asString()).toList();
    }
}
