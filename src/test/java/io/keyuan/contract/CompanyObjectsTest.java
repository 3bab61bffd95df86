package io.keyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A company models what it works with; what every object can, the contract tests see of these, too. */
class CompanyObjectsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final TestTenant TENANT = RunningProgram.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();

    @Test
    void whoeverClicksSeveralTimesAtOnceDefinesOne() throws Exception {
        TestClient admin = RunningProgram.freshTenant().administrator();
        Map<String, Object> object = Map.of("label", "Course", "plural", "Courses", "title", "Name", "path", "c-once");
        assertThat(atOnce(() -> admin.post("/api/v1/objects", object).status())).containsExactlyInAnyOrder(201, 422, 422, 422, 422);
        Map<String, Object> attribute = Map.of("label", "Room", "name", "c_room", "type", "text");
        assertThat(atOnce(() -> admin.post("/api/v1/c-once/attributes", attribute).status())).containsExactlyInAnyOrder(201, 422, 422, 422, 422);
    }

    private static List<Integer> atOnce(Callable<Integer> click) throws Exception {
        try (var all = Executors.newFixedThreadPool(5)) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : all.invokeAll(Collections.nCopies(5, click))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @Test
    void anObjectIsThereAsSoonAsItIsDefined() {
        TestAnswer defined = ADMIN.post("/api/v1/objects", Map.of(
                "labels", Map.of("en", "Transport plan", "zh-CN", "运输计划"), "plurals", Map.of("en", "Transport plans"),
                "titles", Map.of("en", "Plan number", "zh-CN", "计划编号"), "icon", "package", "stages", List.of("Draft", "Under way", "Done"))).expect(201);

        assertThat(defined.text("/path")).isEqualTo("c-transport-plans");
        JsonNode described = described(ADMIN, "c-transport-plans");
        assertThat(described.get("label").asString()).isEqualTo("Transport plan");
        assertThat(described.get("pluralLabel").asString()).isEqualTo("Transport plans");
        assertThat(described.get("board").asString()).isEqualTo("stage");
        assertThat(attribute(described, "name").get("label").asString()).isEqualTo("Plan number");
        assertThat(attribute(described, "stage").get("choices").valueStream().map(choice -> choice.get("label").asString())).containsExactly("Draft", "Under way", "Done");
        JsonNode chinese = described(ADMIN.with("Accept-Language", "zh-CN"), "c-transport-plans");
        assertThat(chinese).isNotNull();
        ADMIN.post("/api/v1/c-transport-plans/attributes", Map.of("label", "Tons", "name", "c_tons", "type", "decimal")).expect(201);
        ADMIN.post("/api/v1/c-transport-plans/attributes", Map.of("label", "Customer", "name", "c_customer", "type", "reference", "reference", "customers")).expect(201);
        String customer = ADMIN.post("/api/v1/customers", Map.of("name", "振华港机")).expect(201).id();

        String plan = ADMIN.post("/api/v1/c-transport-plans", Map.of(
                "name", "TP-2026-0001", "c_tons", "12.5", "c_customer", Map.of("id", customer))).expect(201).id();

        assertThat(ADMIN.get("/api/v1/c-transport-plans/" + plan).text("/stage")).as("what has stages begins with the first").isEqualTo("draft");
        assertThat(ids(ADMIN.get("/api/v1/c-transport-plans?filter=" + TestClient.encoded("c_tons > 12 && c_customer.name == '振华港机'")))).containsExactly(plan);
        assertThat(ADMIN.get("/api/v1/openapi.json").expect(200).body().at("/paths").has("/api/v1/c-transport-plans")).isTrue();
        assertThat(ADMIN.get("/api/v1/search?q=TP-2026-0001").expect(200).content()).contains(plan);
        JsonNode related = ADMIN.get("/api/v1/customers/" + customer + "/overview").expect(200).at("/related");
        assertThat(related.valueStream().filter(each -> each.get("object").asString().equals("c-transport-plans")).toList()).hasSize(1)
                .allSatisfy(each -> assertThat(each.at("/items/0/id").asString()).isEqualTo(plan));
    }

    @Test
    void recordsPointToWhatCompaniesDefineAsToAnythingElse() {
        define("c-machines", "Machine");
        define("c-parts", "Part");
        ADMIN.post("/api/v1/c-parts/attributes", Map.of("label", "Machine", "name", "c_machine", "type", "reference", "reference", "c-machines")).expect(201);
        ADMIN.post("/api/v1/c-parts/attributes", Map.of("label", "Price", "name", "c_price", "type", "number")).expect(201);
        ADMIN.post("/api/v1/contacts/attributes", Map.of("label", "Machine", "name", "c_machine", "type", "reference", "reference", "c-machines")).expect(201);
        ADMIN.post("/api/v1/c-machines/attributes", Map.of("label", "Value", "name", "c_value", "rollUp", Map.of(
                "object", "c-parts", "reference", "c_machine", "function", "sum", "attribute", "c_price"))).expect(201);
        await().atMost(SOON).until(() -> ADMIN.get("/api/v1/c-machines/attributes").items().stream().allMatch(item -> item.get("ready").asBoolean()));
        String machine = ADMIN.post("/api/v1/c-machines", Map.of("name", "Press 7", "externalId", "P7")).expect(201).id();
        ADMIN.post("/api/v1/c-parts", Map.of("name", "Belt", "c_price", 30, "c_machine", Map.of("externalId", "P7"))).expect(201);
        ADMIN.post("/api/v1/c-parts", Map.of("name", "Drive", "c_price", 12, "c_machine", Map.of("id", machine))).expect(201);
        String contact = ADMIN.post("/api/v1/contacts", Map.of("name", "Li", "c_machine", Map.of("id", machine))).expect(201).id();

        assertThat(ADMIN.get("/api/v1/c-machines/" + machine).expect(200).body().get("c_value").asInt()).isEqualTo(42);
        assertThat(ids(ADMIN.get("/api/v1/contacts?filter=" + TestClient.encoded("c_machine.name == 'Press 7'")))).containsExactly(contact);
        assertThat(ADMIN.get("/api/v1/contacts/" + contact).text("/c_machine/title")).isEqualTo("Press 7");
        TestAnswer used = ADMIN.delete("/api/v1/objects/c-parts").expect(409);
        assertThat(used.content()).contains("Value");
        // What only two objects of a company know of each other never meets a third one of the same table.
        assertThat(ids(ADMIN.get("/api/v1/c-parts"))).hasSize(2).doesNotContain(machine);
        ADMIN.get("/api/v1/c-parts/" + machine).expect(404);
        ADMIN.with("If-Match", "\"1\"").patch("/api/v1/c-parts/" + machine, Map.of("name", "x")).expect(404);
        ADMIN.delete("/api/v1/c-parts/" + machine).expect(404);
    }

    @Test
    void whatIsRemovedIsGoneAtOnceAndComesBackWithItsRecords() {
        define("c-courses", "Course");
        ADMIN.post("/api/v1/c-courses/attributes", Map.of("label", "Room", "name", "c_room", "type", "text", "searchable", true)).expect(201);
        ADMIN.post("/api/v1/contacts/attributes", Map.of("label", "Course", "name", "c_course", "type", "reference", "reference", "c-courses")).expect(201);
        String course = ADMIN.post("/api/v1/c-courses", Map.of("name", "Welding for beginners", "c_room", "Blauer Saal")).expect(201).id();
        String contact = ADMIN.post("/api/v1/contacts", Map.of("name", "Wang", "c_course", Map.of("id", course))).expect(201).id();

        ADMIN.delete("/api/v1/objects/c-courses").expect(204);

        ADMIN.get("/api/v1/c-courses").expect(404);
        ADMIN.get("/api/v1/c-courses/" + course).expect(404);
        assertThat(find(ADMIN, "c-courses")).isNull();
        assertThat(ADMIN.get("/api/v1/search?q=Blauer").expect(200).content()).doesNotContain(course);
        assertThat(ADMIN.get("/api/v1/contacts/" + contact).expect(200).body().has("c_course")).isFalse();
        ADMIN.get("/api/v1/changes").expect(200);
        ADMIN.get("/api/v1/audit").expect(200);
        ADMIN.post("/api/v1/objects", Map.of("path", "c-courses", "label", "Course")).expect(422);
        assertThat(ADMIN.get("/api/v1/objects").expect(200).items().stream().filter(item -> item.get("path").asString().equals("c-courses")).findFirst())
                .hasValueSatisfying(item -> assertThat(item.get("keptUntil").isString()).isTrue());

        ADMIN.post("/api/v1/objects/c-courses/restore", Map.of()).expect(200);

        assertThat(ADMIN.get("/api/v1/c-courses/" + course).expect(200).text("/c_room")).isEqualTo("Blauer Saal");
        assertThat(ADMIN.get("/api/v1/search?q=Blauer").expect(200).content()).contains(course);
        assertThat(ADMIN.get("/api/v1/contacts/" + contact).expect(200).text("/c_course/id")).isEqualTo(course);
    }

    @Test
    void othersMayWhatTheirRolesAreGiven() {
        define("c-vehicles", "Vehicle");
        ADMIN.post("/api/v1/c-vehicles", Map.of("name", "Administrator's")).expect(201);
        TestClient other = TENANT.person("driver");
        other.get("/api/v1/c-vehicles").expect(403);
        assertThat(find(other, "c-vehicles")).isNull();
        assertThat(other.get("/api/v1/openapi.json").expect(200).content()).doesNotContain("c-vehicles");
        other.get("/api/v1/objects").expect(403);
        other.post("/api/v1/objects", Map.of("label", "Mine")).expect(403);

        String role = ADMIN.post("/api/v1/roles", Map.of("name", "Drivers", "grants", List.of(Map.of(
                "object", "c-vehicles", "rights", List.of("read", "create", "edit"), "read", Map.of("scopes", List.of("own")), "write", Map.of("scopes", List.of("own")))))).expect(201).id();
        ADMIN.put("/api/v1/users/" + other.person() + "/roles", Map.of("roles", List.of(role))).expect(200);

        String own = other.post("/api/v1/c-vehicles", Map.of("name", "Mine")).expect(201).id();
        assertThat(ids(other.get("/api/v1/c-vehicles"))).containsExactly(own);
        other.delete("/api/v1/c-vehicles/" + own).expect(403);
    }

    @Test
    void anotherCompanyHasObjectsOfItsOwn() {
        TestClient there = RunningProgram.freshTenant().administrator();
        there.post("/api/v1/objects", Map.of("path", "c-ships", "label", "Ship", "owned", false)).expect(201);
        String ship = there.post("/api/v1/c-ships", Map.of("name", "Theirs")).expect(201).id();

        ADMIN.get("/api/v1/c-ships").expect(404);
        ADMIN.delete("/api/v1/objects/c-ships").expect(404);
        define("c-ships", "Vessel");

        ADMIN.get("/api/v1/c-ships/" + ship).expect(404);
        assertThat(ids(ADMIN.get("/api/v1/c-ships"))).isEmpty();
        assertThat(described(there, "c-ships").get("label").asString()).isEqualTo("Ship");
        assertThat(described(ADMIN, "c-ships").get("label").asString()).isEqualTo("Vessel");
    }

    @Test
    void whatPeopleCallItMayChangeAndWhatItIsMayNot() {
        define("c-tools", "Tool");

        TestAnswer changed = ADMIN.patch("/api/v1/objects/c-tools", 1, Map.of("label", "Instrument", "plural", "Instruments", "icon", "target")).expect(200);

        assertThat(described(ADMIN, "c-tools").get("pluralLabel").asString()).isEqualTo("Instruments");
        assertThat(described(ADMIN, "c-tools").get("icon").asString()).isEqualTo("target");
        ADMIN.patch("/api/v1/objects/c-tools", 1, Map.of("label", "Other")).expect(412);
        long version = changed.version();
        assertThat(ADMIN.patch("/api/v1/objects/c-tools", version, Map.of("path", "c-other")).expect(422).error("path")).isNotNull();
        assertThat(ADMIN.patch("/api/v1/objects/c-tools", version, Map.of("owned", false)).expect(422).error("owned")).isNotNull();
        TestAnswer wrong = ADMIN.post("/api/v1/objects", new HashMap<>(Map.of("path", "tools", "label", "x".repeat(61), "icon", "<b>"))).expect(422);
        assertThat(List.of("path", "label", "icon")).allSatisfy(path -> assertThat(wrong.error(path)).as(path).isNotNull());
        assertThat(ADMIN.post("/api/v1/objects", Map.of()).expect(422).error("label")).isNotNull();
        assertThat(ADMIN.post("/api/v1/objects", Map.of("label", "工具箱")).expect(201).text("/path")).isEqualTo("c-gongjuxiang");
    }

    private static void define(String path, String label) {
        ADMIN.post("/api/v1/objects", Map.of("path", path, "label", label)).expect(201);
    }

    private static JsonNode described(TestClient client, String path) {
        return Objects.requireNonNull(find(client, path), path);
    }

    private static @org.jspecify.annotations.Nullable JsonNode find(TestClient client, String path) {
        return client.get("/api/v1/metadata").expect(200).at("/objects").valueStream().filter(each -> each.get("name").asString().equals(path)).findFirst().orElse(null);
    }

    private static JsonNode attribute(JsonNode described, String name) {
        return described.get("attributes").valueStream().filter(each -> each.get("name").asString().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> ids(TestAnswer list) {
        return list.expect(200).items().stream().map(item -> item.get("id").asString()).toList();
    }
}
