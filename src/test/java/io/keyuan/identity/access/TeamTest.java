package io.keyuan.identity.access;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a filter calls one's team is what rights call one's reports. */
class TeamTest {

    private static final TestTenant TENANT = RunningProgram.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();
    private static final TestClient CHIEF = TENANT.person("chief");

    private static String reporting(String name, String manager) {
        return ADMIN.post("/api/v1/users", Map.of("name", name, "manager", Map.of("id", manager))).expect(201).id();
    }

    private static List<String> ofTeam() {
        return CHIEF.get("/api/v1/customers?sort=name&filter=" + encoded("owner in myTeam()")).expect(200)
                .items().stream().map(item -> item.get("name").asString()).toList();
    }

    @Test
    void whoWasDeletedAndWhoReportsToThemStayInTheTeam() {
        String role = ADMIN.post("/api/v1/roles", Map.of("name", "Seer of reports", "grants", List.of(Map.of(
                "object", "customers", "rights", List.of("read"), "read", Map.of("scopes", List.of("reports")))))).expect(201).id();
        ADMIN.put("/api/v1/users/" + CHIEF.person() + "/roles", Map.of("roles", List.of(role))).expect(200);
        String middle = reporting("Middle", CHIEF.person());
        String low = reporting("Low", middle);
        String stranger = ADMIN.post("/api/v1/users", Map.of("name", "Stranger")).expect(201).id();
        Map.of("A of middle", middle, "B of low", low, "C of a stranger", stranger).forEach((name, owner) ->
                ADMIN.post("/api/v1/customers", Map.of("name", name, "owner", Map.of("id", owner))).expect(201));
        assertThat(ofTeam()).containsExactly("A of middle", "B of low");

        ADMIN.delete("/api/v1/users/" + middle).expect(204);

        assertThat(ofTeam()).containsExactly("A of middle", "B of low");
        assertThat(CHIEF.get("/api/v1/customers?sort=name").expect(200).items()).hasSize(2);
    }
}
