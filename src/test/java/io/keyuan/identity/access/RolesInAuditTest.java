package io.keyuan.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever reads the trail reads what roles are called and what was changed in them, not ids. */
class RolesInAuditTest {

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    private JsonNode found(String kind) {
        return admin.get("/api/v1/audit?kind=" + kind).expect(200).items().getFirst();
    }

    private static String detail(JsonNode event, String name) {
        return event.at("/details").valueStream().filter(detail -> detail.at("/name").asString().equals(name))
                .map(detail -> detail.at("/text").asString())
                .findFirst()
                .orElse("");
    }

    private static Map<String, Object> customers(List<String> rights, List<String> scopes, Map<String, String> attributes) {
        return Map.of(
                "object", "customers", "rights", rights, "read", Map.of("scopes", scopes), "write", Map.of("scopes", List.of("own")),
                "attributes", attributes);
    }

    private TestAnswer role() {
        Map<String, Object> grants = customers(List.of("read", "edit"), List.of("own"), Map.of());
        return admin.post("/api/v1/roles", Map.of("name", "夜班客服", "grants", List.of(grants))).expect(201);
    }

    @Test
    void whatWasChangedInARoleIsSaidInWords() {
        TestAnswer role = role();
        Map<String, Object> grants = customers(List.of("read", "delete"), List.of("all"), Map.of("phone", "masked"));
        admin.put("/api/v1/roles/" + role.id(), Map.of("name", "夜班客服", "version", role.version(), "grants", List.of(grants))).expect(200);

        JsonNode event = found("role-changed");
        assertThat(detail(event, "role")).isEqualTo("夜班客服");
        assertThat(detail(event, "grants"))
                .isEqualTo("Customers: may now also delete; may no longer change; sees all records; Telephone is masked.");
        assertThat(event.at("/details").toString()).doesNotContain("grantsBefore").doesNotContain(role.id());
        assertThat(detail(found("role-made"), "grants"))
                .isEqualTo("Customers: may now also see, change; sees own records; changes own records.");
    }

    @Test
    void whichRolesSomebodyHasIsSaidByName() {
        TestAnswer role = role();
        TestClient lin = company.person("lin");
        String finance = admin.get("/api/v1/roles").expect(200).items().stream()
                .filter(each -> each.path("code").asString("").equals("finance")).findFirst().orElseThrow().get("id").asString();
        admin.put("/api/v1/users/" + lin.person() + "/roles", Map.of("roles", List.of(finance))).expect(200);
        admin.put("/api/v1/users/" + lin.person() + "/roles", Map.of("roles", List.of(role.id()))).expect(200);

        JsonNode event = found("roles-given");
        assertThat(detail(event, "before")).isEqualTo("Finance");
        assertThat(detail(event, "after")).isEqualTo("夜班客服");
        String table = admin.get("/api/v1/audit/export?kind=roles-given").expect(200).content();
        assertThat(table).contains("Afterwards: 夜班客服; Before: Finance").doesNotContain(finance);
    }

    @Test
    void withWhichTeamARecordWasSharedIsSaidByName() {
        String team = admin.post("/api/v1/teams", Map.of("name", "东区小组")).expect(201).id();
        String customer = admin.post("/api/v1/customers", Map.of("name", "远山科技")).expect(201).id();
        admin.post("/api/v1/customers/" + customer + "/shares", Map.of("to", Map.of("id", team, "kind", "team"))).expect(204);

        assertThat(detail(found("record-shared"), "to")).isEqualTo("东区小组");
    }
}
