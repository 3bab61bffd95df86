package io.keyuan.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.identity.factor.Authenticator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Setting a second factor up, signing in with it, losing it, and being asked for one. */
class SecondFactorTest {

    private static final String PATH = "/api/v1/session/second-factor";

    private final TestTenant company = RunningProgram.freshTenant();
    private final Insider lin = Insider.of(company, "lin");

    @Test
    void itIsOnOnceTheAppHasShownACode() {
        TestClient browser = lin.signIn();
        TestClient elsewhere = lin.signIn();
        TestAnswer begun = browser.post(PATH, Map.of()).expect(200);
        var app = new Authenticator(begun.text("/secret"));

        assertThat(begun.text("/address")).startsWith("otpauth://totp/").contains("secret=" + begun.text("/secret"), ":lin?");
        assertThat(browser.put(PATH, Map.of("code", "000000")).expect(422).error("code")).isNotNull();
        assertThat(browser.get(PATH).expect(200).at("/since").isNull()).isTrue();
        List<String> codes = browser.put(PATH, Map.of("code", app.code())).expect(200).at("/recoveryCodes").valueStream().map(JsonNode::asString).toList();

        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}"));
        assertThat(browser.get(PATH).at("/since").isString()).isTrue();
        assertThat(browser.get(PATH).at("/recoveryCodesLeft").asInt()).isEqualTo(10);
        elsewhere.get("/api/v1/session").expect(401);
        browser.post(PATH, Map.of()).expect(409);
    }

    @Test
    void thePasswordAloneLetsNobodyInAnyMore() {
        Authenticator app = lin.secondFactor();

        TestAnswer asked = lin.trySignIn(null).expect(401);
        assertThat(asked.text("/code")).isEqualTo("second-factor-required");
        assertThat(asked.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(lin.trySignIn("123").expect(401).text("/code")).isEqualTo("bad-code");
        assertThat(lin.trySignIn(app.code(1)).expect(200).text("/user/login")).isEqualTo("lin");
    }

    @Test
    void aCodeSeenOverSomebodysShoulderIsGoodForNothing() {
        Authenticator app = lin.secondFactor();
        String code = app.code(1);
        lin.trySignIn(code).expect(200);

        assertThat(lin.trySignIn(code).expect(401).text("/code")).isEqualTo("bad-code");
    }

    @Test
    void guessingCodesIsSlowedDown() {
        lin.secondFactor();
        TestAnswer refused = lin.trySignIn("000000");
        for (int guess = 1; guess < 12 && refused.status() != 429; guess++) {
            refused = lin.trySignIn("00000" + guess % 10);
        }
        assertThat(refused.expect(429).text("/code")).isEqualTo("too-many-attempts");
    }

    @Test
    void aRecoveryCodeStandsInOnce() {
        lin.secondFactor();
        String code = lin.recoveryCodes().getFirst();

        lin.trySignIn(" " + code.toUpperCase(java.util.Locale.ROOT)).expect(200);

        assertThat(lin.trySignIn(code).expect(401).text("/code")).isEqualTo("bad-code");
        TestClient browser = lin.signIn(lin.recoveryCodes().get(1));
        assertThat(browser.get(PATH).at("/recoveryCodesLeft").asInt()).isEqualTo(8);
        List<String> fresh = browser.post(PATH + "/recovery-codes", Map.of()).expect(200).at("/recoveryCodes").valueStream().map(JsonNode::asString).toList();
        assertThat(lin.trySignIn(lin.recoveryCodes().get(2)).expect(401).text("/code")).isEqualTo("bad-code");
        lin.trySignIn(fresh.getFirst()).expect(200);
    }

    @Test
    void neitherSecretNorCodesAreReadInTheDatabase() {
        Authenticator unused = lin.secondFactor();
        assertThat(unused).isNotNull();

        String stored = Insider.table("second_factor", company) + Insider.table("recovery_code", company);

        assertThat(stored).doesNotContain(lin.secret()).contains("1.");
        lin.recoveryCodes().forEach(code -> assertThat(stored).doesNotContain(code));
    }

    @Test
    void aCompanyDemandsOneOfItsAdministrators() {
        TestClient browser = company.signedIn();
        company.administrator().patch("/api/v1/settings/sign-in", Map.of("secondFactor", "administrators")).expect(200);

        assertThat(browser.get("/api/v1/customers").expect(403).text("/code")).isEqualTo("second-factor-setup-required");
        assertThat(browser.get("/api/v1/session").expect(200).at("/mustSetUpSecondFactor").asBoolean()).isTrue();
        lin.signIn().get("/api/v1/customers").expect(200);
        var app = new Authenticator(browser.post(PATH, Map.of()).expect(200).text("/secret"));
        browser.put(PATH, Map.of("code", app.code())).expect(200);

        browser.get("/api/v1/customers").expect(200);
        assertThat(browser.delete(PATH).expect(422).text("/code")).isEqualTo("second-factor-demanded");
    }

    @Test
    void anAdministratorLiftsALostOne() {
        lin.secondFactor();
        TestClient browser = lin.signIn(lin.recoveryCodes().getFirst());

        lin.client().post("/api/v1/users/" + lin.id() + "/reset-second-factor", Map.of()).expect(403);
        company.administrator().post("/api/v1/users/" + lin.id() + "/reset-second-factor", Map.of()).expect(204);

        browser.get("/api/v1/session").expect(401);
        lin.trySignIn(null).expect(200);
    }

    @Test
    void whatIsSensitiveIsDoneSoonAfterThePasswordWasGiven() {
        TestClient browser = lin.signIn();
        company.anHourPasses();
        browser.patch("/api/v1/session", Map.of("language", "en")).expect(200);

        assertThat(browser.post(PATH, Map.of()).expect(403).text("/code")).isEqualTo("confirmation-required");
        assertThat(browser.post("/api/v1/tokens", Map.of("name", "x")).expect(403).text("/code")).isEqualTo("confirmation-required");
        browser.post("/api/v1/session/confirm", Map.of("password", "not the password")).expect(422);
        browser.post("/api/v1/session/confirm", Map.of("password", lin.password())).expect(204);
        browser.post(PATH, Map.of()).expect(200);
        browser.post("/api/v1/tokens", Map.of("name", "x")).expect(201);
        assertThat(lin.client().post(PATH, Map.of()).expect(403).text("/code")).isEqualTo("session-required");
    }

    @Test
    void itIsNotSwitchedOffAtSomebodyElsesDesk() {
        lin.secondFactor();
        TestClient browser = lin.signIn(lin.recoveryCodes().getFirst());
        company.anHourPasses();
        browser.patch("/api/v1/session", Map.of("language", "en")).expect(200);

        assertThat(browser.delete(PATH).expect(403).text("/code")).isEqualTo("confirmation-required");
        browser.post("/api/v1/session/confirm", Map.of("password", lin.password())).expect(204);
        browser.delete(PATH).expect(204);

        lin.trySignIn(null).expect(200);
    }
}
