package io.keyuan.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token that may do no more than one role allows settles nothing of the company, though it is an administrator's. */
class ConfinedTokenTest {

    private static final List<String> ADMINISTRATORS = List.of(
            "/api/v1/settings/mail", "/api/v1/identity-providers", "/api/v1/audit", "/api/v1/roles", "/api/v1/changes", "/api/v1/backups");

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private TestClient token = company.nobody();

    @BeforeEach
    void confine() {
        String analyst = admin.get("/api/v1/roles").expect(200).items().stream()
                .filter(role -> role.path("code").asString("").equals("analyst")).findFirst().orElseThrow().get("id").asString();
        String secret = company.signedIn().post("/api/v1/tokens", Map.of("name", "figures", "role", analyst)).expect(201).text("/token");
        token = company.nobody().with("Authorization", "Bearer " + secret);
    }

    @Test
    void whatIsTheAdministratorsIsNotForIt() {
        for (String path : ADMINISTRATORS) {
            admin.get(path).expect(200);
            assertThat(token.get(path).status()).as(path).isEqualTo(403);
        }
        token.patch("/api/v1/settings", Map.of("name", "Somebody else's")).expect(403);
        token.patch("/api/v1/settings/sign-in", Map.of("secondFactor", "all")).expect(403);
        token.post("/api/v1/settings/holidays/adopt", Map.of("calendar", "china-2026")).expect(403);
        token.post("/api/v1/backups", Map.of()).expect(403);
    }

    @Test
    void whatItsRoleAllowsIs() {
        admin.post("/api/v1/customers", Map.of("name", "远山科技")).expect(201);

        assertThat(token.get("/api/v1/customers").expect(200).items()).hasSize(1);
        token.post("/api/v1/customers", Map.of("name", "x")).expect(403);
    }
}
