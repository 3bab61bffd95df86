package io.keyuan.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Devices, how long sessions last, tokens of people and of programs. */
class AccountProtectionTest {

    private static final String DEVICES = "/api/v1/session/devices";

    private final TestTenant company = RunningProgram.freshTenant();
    private final Insider lin = Insider.of(company, "lin");

    @Test
    void somebodySeesWhereTheyAreSignedInAndSignsOutThere() {
        TestClient here = lin.signIn();
        TestClient there = lin.signIn();
        int all = here.get(DEVICES).expect(200).items().size();

        JsonNode current = here.get(DEVICES).items().stream().filter(device -> device.get("current").asBoolean()).findFirst().orElseThrow();
        assertThat(current.get("address").asString()).isEqualTo("127.0.0.1");
        JsonNode other = there.get(DEVICES).items().stream().filter(device -> device.get("current").asBoolean()).findFirst().orElseThrow();
        assertThat(other.get("id")).isNotEqualTo(current.get("id"));

        here.delete(DEVICES + "/" + other.get("id").asString()).expect(204);
        there.get("/api/v1/session").expect(401);
        here.delete(DEVICES + "/" + other.get("id").asString()).expect(404);
        assertThat(here.get(DEVICES).items()).hasSize(all - 1);

        TestClient again = lin.signIn();
        here.delete(DEVICES).expect(204);
        again.get("/api/v1/session").expect(401);
        assertThat(here.get(DEVICES).items()).hasSize(1);
        company.administrator().delete(DEVICES + "/" + current.get("id").asString()).expect(404);
    }

    @Test
    void anAdministratorSignsSomebodyOut() {
        TestClient browser = lin.signIn();
        lin.client().post("/api/v1/users/" + lin.id() + "/sign-out", Map.of()).expect(403);

        company.administrator().post("/api/v1/users/" + lin.id() + "/sign-out", Map.of()).expect(204);

        browser.get("/api/v1/session").expect(401);
        lin.client().get("/api/v1/session").expect(200);
        company.administrator().post("/api/v1/users/" + UUID.randomUUID() + "/sign-out", Map.of()).expect(404);
    }

    @Test
    void aCompanySettlesHowLongSessionsLast() {
        TestClient admin = company.administrator();
        TestClient browser = lin.signIn();
        company.anHourPasses();

        lin.client().patch("/api/v1/settings/sign-in", Map.of("longestHours", 2)).expect(403);
        assertThat(admin.patch("/api/v1/settings/sign-in", Map.of("longestHours", 0)).expect(422).error("longestHours")).isNotNull();
        assertThat(admin.patch("/api/v1/settings/sign-in", Map.of("idleMinutes", 4)).expect(422).error("idleMinutes")).isNotNull();
        assertThat(admin.patch("/api/v1/settings/sign-in", Map.of("secondFactor", "some")).expect(422).error("secondFactor")).isNotNull();
        browser.get("/api/v1/session").expect(200);
        TestAnswer changed = admin.patch("/api/v1/settings/sign-in", Map.of("longestHours", 1)).expect(200);

        assertThat(changed.body()).isEqualTo(admin.get("/api/v1/settings/sign-in").expect(200).body());
        assertThat(changed.at("/idleMinutes").asInt()).isEqualTo(720);
        browser.get("/api/v1/session").expect(401);
        assertThat(lin.trySignIn(null).expect(200).header("Set-Cookie")).contains("Max-Age=3600");
    }

    @Test
    void aPasswordThatWasToldIsGoodForAWeek() {
        TestClient admin = company.administrator();
        String id = admin.post("/api/v1/users", Map.of("name", "周明", "login", "zhou")).expect(201).id();
        String once = admin.post("/api/v1/users/" + id + "/invite", Map.of()).expect(200).text("/password");
        company.signIn("zhou", once);

        Insider.aWeekPasses(company);

        company.nobody().post("/api/v1/session", Map.of("login", "zhou", "password", once, "tenant", company.slug())).expect(401);
        lin.trySignIn(null).expect(200);
    }

    @Test
    void aTokenRunsOutAfterAYearUnlessAnAdministratorSaysNever() {
        TestAnswer made = lin.signIn().post("/api/v1/tokens", Map.of("name", "import")).expect(201);
        Instant expires = Instant.parse(made.text("/expiresAt"));

        assertThat(expires).isBetween(Instant.now().plus(364, ChronoUnit.DAYS), Instant.now().plus(367, ChronoUnit.DAYS));
        assertThat(lin.signIn().post("/api/v1/tokens", Map.of("name", "import", "never", true)).expect(422).error("never")).isNotNull();
        assertThat(company.signedIn().post("/api/v1/tokens", Map.of("name", "import", "never", true)).expect(201).at("/expiresAt").isNull()).isTrue();
    }

    @Test
    void aTokenMayBeForReadingOnly() {
        TestAnswer made = company.signedIn().post("/api/v1/tokens", Map.of("name", "reports", "readOnly", true)).expect(201);
        TestClient program = company.nobody().with("Authorization", "Bearer " + made.text("/token"));

        assertThat(made.at("/readOnly").asBoolean()).isTrue();
        program.get("/api/v1/customers").expect(200);
        assertThat(program.post("/api/v1/customers", Map.of("name", "柳树贸易")).expect(403).text("/code")).isEqualTo("read-only-token");
        assertThat(program.patch("/api/v1/settings", Map.of("name", "Mine")).expect(403).text("/code")).isEqualTo("read-only-token");
    }

    @Test
    void aProgramHasAnAccountOfItsOwn() {
        TestClient admin = company.administrator();
        TestClient browser = company.signedIn();
        lin.client().get("/api/v1/service-accounts").expect(403);
        lin.client().post("/api/v1/service-accounts", Map.of("name", "x")).expect(403);
        String id = admin.post("/api/v1/service-accounts", Map.of("name", "数据仓库")).expect(201).id();
        admin.post("/api/v1/service-accounts", Map.of("name", " ")).expect(422);
        TestAnswer issued = browser.post("/api/v1/service-accounts/" + id + "/tokens", Map.of("name", "nightly")).expect(201);
        TestClient program = company.nobody().with("Authorization", "Bearer " + issued.text("/token"));

        assertThat(program.get("/api/v1/session").expect(200).text("/user/title")).isEqualTo("数据仓库");
        JsonNode listed = admin.get("/api/v1/service-accounts").expect(200).items().getFirst();
        assertThat(listed.at("/tokens/0/name").asString()).isEqualTo("nightly");
        assertThat(admin.get("/api/v1/users/" + id).expect(200).text("/account")).isEqualTo("service");
        for (String command : new String[] {"invite", "enable", "disable"}) {
            assertThat(admin.post("/api/v1/users/" + id + "/" + command, Map.of()).expect(409).text("/code")).isEqualTo("service-account");
        }
        browser.post("/api/v1/service-accounts/" + lin.id() + "/tokens", Map.of("name", "nightly")).expect(404);

        admin.delete("/api/v1/service-accounts/" + id + "/tokens/" + listed.at("/tokens/0/id").asString()).expect(204);
        program.get("/api/v1/session").expect(401);
    }
}
