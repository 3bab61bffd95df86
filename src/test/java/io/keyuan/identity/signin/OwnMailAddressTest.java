package io.keyuan.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a forgotten password is sent to is changed by its person alone, and not by whoever sits at their desk. */
class OwnMailAddressTest {

    private final TestTenant company = RunningProgram.freshTenant();
    private final String boss = "/api/v1/users/" + company.administrator().person();

    private long version() {
        return company.administrator().get(boss).expect(200).version();
    }

    private String email() {
        return company.administrator().get(boss).expect(200).text("/email");
    }

    @Test
    void onesOwnTakesThePasswordOnceMore() {
        TestClient browser = company.signedIn();
        company.anHourPasses();
        browser.patch("/api/v1/session", Map.of("language", "en")).expect(200);

        TestAnswer refused = browser.patch(boss, version(), Map.of("email", "else@example.com")).expect(403);
        assertThat(refused.text("/code")).isEqualTo("confirmation-required");
        browser.patch(boss, version(), Map.of("position", "Director")).expect(200);
        browser.post("/api/v1/session/confirm", Map.of("password", RunningProgram.PASSWORD)).expect(204);
        browser.patch(boss, version(), Map.of("email", "else@example.com")).expect(200);

        assertThat(email()).isEqualTo("else@example.com");
    }

    @Test
    void aTokenIsNotEnough() {
        TestClient token = company.administrator();

        assertThat(token.patch(boss, version(), Map.of("email", "thief@example.com")).expect(403).text("/code")).isEqualTo("session-required");
        Map<String, Object> row = Map.of("id", company.administrator().person(), "email", "thief@example.com");
        TestAnswer batch = token.post("/api/v1/users/batch", Map.of("update", List.of(row))).expect(200);
        assertThat(batch.at("/results/0/status").asInt()).isEqualTo(403);

        String lin = company.person("lin").person();
        long version = token.get("/api/v1/users/" + lin).version();
        token.patch("/api/v1/users/" + lin, version, Map.of("email", "lin@example.com")).expect(200);
    }
}
