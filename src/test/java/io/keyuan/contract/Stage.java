package io.keyuan.contract;

import static io.keyuan.contract.SampleRecords.path;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.engine.ObjectType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A company that has one of everything the API can show, all of it marked so that it is known where it turns up. */
final class Stage {

    /** Stands in the title of every record, with the company's name behind it. */
    static final String MARK = "stage-mark-";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TestTenant tenant;
    private final TestClient admin;
    private final Map<String, String> byPath = new LinkedHashMap<>();

    Stage(TestTenant tenant) {
        this.tenant = tenant;
        this.admin = tenant.administrator();
        var records = new SampleRecords(admin);
        EveryDefinition.Source.all().forEach(type -> byPath.put(path(type), record(records, type)));
        EveryDefinition.Source.all().forEach(type -> byPath.put(path(type) + "/attributes", admin.post(path(type) + "/attributes", Map.of(
                "label", MARK + tenant.slug(), "name", attribute(), "type", "number")).expect(201).text("/name")));
        // Under the version that operations are tried with.
        EveryDefinition.Source.all().forEach(type -> admin.with("If-Match", "\"0\"").put(path(type) + "/layouts", Map.of(
                "layouts", List.of(Map.of("quick", List.of("createdAt"))))).expect(200));
        byPath.put("/api/v1/objects", removedObject());
        byPath.put("/api/v1/choice-lists", "customers." + admin.post("/api/v1/customers/attributes", Map.of(
                "label", MARK + tenant.slug() + "c", "name", attribute() + "c", "type", "choice", "choices", List.of("Exhibition", "Referral"))).expect(201).text("/name"));
        byPath.put("/api/v1/tokens", tenant.signedIn().post("/api/v1/tokens", Map.of("name", MARK + tenant.slug())).expect(201).id());
        byPath.put("/api/v1/service-accounts", admin.post("/api/v1/service-accounts", Map.of("name", MARK + tenant.slug())).expect(201).id());
        byPath.put("/api/v1/imports/uploads", admin.upload("/api/v1/imports/uploads", MARK + tenant.slug() + ".csv", "name\n" + MARK).expect(201).id());
        byPath.put("/api/v1/assignment-rules", admin.post("/api/v1/assignment-rules", Map.of(
                "object", "customers", "name", MARK + tenant.slug(), "method", "round-robin", "active", false, "people", List.of(admin.person()))).expect(201).id());
        byPath.put("/api/v1/sharing-rules", admin.post("/api/v1/sharing-rules", Map.of(
                "object", "customers", "name", MARK + tenant.slug(), "condition", "name == 'nobody'",
                "targets", List.of(Map.of("kind", "user", "id", admin.person())))).expect(201).id());
        byPath.put("/api/v1/webhooks", admin.post("/api/v1/webhooks", Map.of(
                "name", MARK + tenant.slug(), "url", "https://erp.example/" + tenant.slug(), "active", false)).expect(201).id());
        byPath.put("/api/v1/automation-rules", admin.post("/api/v1/automation-rules", Map.of(
                "object", "customers", "name", MARK + tenant.slug(), "active", false, "trigger", Map.of("kind", "created"),
                "actions", List.of(Map.of("kind", "set", "values", List.of(Map.of("attribute", "remarks", "value", "by a rule")))))).expect(201).id());
        byPath.put("/api/v1/advice-rules", admin.post("/api/v1/advice-rules", Map.of(
                "object", "customers", "reason", MARK + tenant.slug(), "action", MARK + tenant.slug(), "condition", "name == 'nobody'",
                "remedy", Map.of("kind", "fill", "attribute", "phone"))).expect(201).id());
        byPath.put("/api/v1/segments", admin.post("/api/v1/segments", Map.of("object", "customers", "name", MARK + tenant.slug(), "kind", "static", "everyone", true)).expect(201).id());
        byPath.put("/api/v1/views", admin.post("/api/v1/views", Map.of("object", "customers", "name", MARK + tenant.slug(), "everyone", true)).expect(201).id());
        String backup = admin.post("/api/v1/backups", Map.of()).expect(202).id();
        awaitEnd(backup);
        byPath.put("/api/v1/identity-providers", admin.post("/api/v1/identity-providers", Map.of(
                "label", MARK + tenant.slug(), "issuer", "https://id.example/" + tenant.slug(), "clientId", "crm")).expect(201).id());
        byPath.put("/api/v1/backups", backup);
        byPath.put("/api/v1/jobs", backup);
    }

    /** A name that no other company has, and that is no part of another company's. */
    private String attribute() {
        return "c_of" + tenant.slug().replaceAll("\\D", "") + "x";
    }

    /** An object that no other company has; it can be brought back, and has no addresses of its own meanwhile. */
    private String removedObject() {
        String path = "c-of" + tenant.slug().replaceAll("\\D", "") + "x";
        admin.post("/api/v1/objects", Map.of("path", path, "label", MARK + tenant.slug())).expect(201);
        admin.delete("/api/v1/objects/" + path).expect(204);
        return path;
    }

    private String record(SampleRecords records, ObjectType type) {
        Map<String, @Nullable Object> body = records.full(type);
        body.computeIfPresent(type.title().name(), (name, title) ->
                title instanceof String && type.title().isWritable() && !title.toString().matches("[A-Z]{3}") ? MARK + tenant.slug() : title);
        return admin.post(path(type), body).expect(201).id();
    }

    private void awaitEnd(String job) {
        await().atMost(PATIENCE).until(() -> !Set.of("queued", "running").contains(admin.get("/api/v1/jobs/" + job).text("/state")));
    }

    TestTenant tenant() {
        return tenant;
    }

    TestClient admin() {
        return admin;
    }

    /**
     * The id of what this company has at an address.
     *
     * @param collection such as {@code /api/v1/customers}
     */
    String id(String collection) {
        return byPath.computeIfAbsent(collection, this::first);
    }

    /** Something new shows itself in its list; where there is none, this class has to make one. */
    private String first(String collection) {
        TestAnswer list = admin.get(collection).expect(200);
        return list.items().stream()
                .map(item -> item.path("id").asString(""))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is nothing at " + collection + " to ask for: make one in " + Stage.class));
    }

    /** All that are known. */
    List<String> ids() {
        List<String> ids = new ArrayList<>(byPath.values());
        admin.get("/api/v1/changes").items().forEach(change -> change.path("ids").valueStream().map(JsonNode::asString).forEach(ids::add));
        return ids;
    }
}
