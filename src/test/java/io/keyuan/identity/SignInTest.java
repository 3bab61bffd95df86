package io.keyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.identity.Client.Answer;
import io.keyuan.identity.factor.Authenticator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

@SpringBootTest(
        classes = IdentityApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"keyuan.admin-password=" + SignInTest.PASSWORD, "keyuan.control.secret=" + SignInTest.SECRET})
class SignInTest {

    static final String PASSWORD = "seven quiet herons";
    static final String SECRET = "only-on-this-machine";
    private static final String OTHER = "nine loud magpies";

    @LocalServerPort
    private int port;

    private Client browser = new Client(0);

    @BeforeEach
    void open() {
        browser = new Client(port);
    }

    @Test
    void theSessionSaysWhoIsSignedIn() {
        Answer answer = browser.signIn("Admin", PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/user/login").asString()).isEqualTo("admin");
        assertThat(answer.body().at("/tenant/slug").asString()).isEqualTo("keyuan");
        assertThat(answer.body().at("/tenant/baseCurrency").asString()).isEqualTo("CNY");
        assertThat(answer.body().get("language").isNull()).isTrue();
        assertThat(answer.body().get("languages").valueStream().map(node -> node.asString())).containsExactly("zh-CN", "zh-TW", "en");
        assertThat(answer.body().get("admin").asBoolean()).isTrue();
        assertThat(answer.body().get("mustChangePassword").asBoolean()).isFalse();
        assertThat(browser.get("/api/v1/session").body()).isEqualTo(answer.body());
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOfOtherSites() {
        assertThat(browser.signIn("admin", PASSWORD).header("Set-Cookie"))
                .startsWith("keyuan_session=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginAreAnsweredAlike() {
        Answer wrong = browser.signIn("admin", "not the password");
        Answer unknown = browser.signIn("nobody", "not the password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("bad-credentials");
        assertThat(wrong.header("Content-Type")).startsWith("application/problem+json");
        assertThat(wrong.header("Set-Cookie")).isNull();
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void signingInWithoutALoginNamesWhatIsMissing() {
        Answer answer = browser.post("/api/v1/session", Map.of("password", PASSWORD));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/path").asString()).isEqualTo("login");
    }

    @Test
    void guessingIsSlowedDownForTheLoginGuessedAtButNotForOthers() {
        Answer refused = browser.signIn("someone", "guess number 0");
        // However slow the machine: the door soon stays closed for longer than a guess takes.
        for (int guess = 1; guess < 15 && refused.status() != 429; guess++) {
            assertThat(refused.code()).isEqualTo("bad-credentials");
            refused = browser.signIn("someone", "guess number " + guess);
        }

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too-many-attempts");
        assertThat(refused.header("Retry-After")).containsOnlyDigits().isNotEqualTo("0");
        assertThat(browser.signIn("admin", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void nobodyIsAnsweredNothing() {
        for (String path : List.of("/api/v1/session", "/api/v1/tokens", "/api/v1/settings", "/api/v1/openapi.json", "/api/v1/no-such-thing")) {
            Answer answer = browser.get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("Content-Type")).as(path).startsWith("application/problem+json");
        }
    }

    @Test
    void aWriteThatDoesNotRepeatTheSessionsTokenIsRefused() {
        browser.signIn("admin", PASSWORD);

        assertThat(browser.with("X-CSRF-Token", "guessed").send("DELETE", "/api/v1/session", null).code()).isEqualTo("csrf");
        Answer answer = browser.without("X-CSRF-Token").send("PATCH", "/api/v1/settings", Map.of("name", "Mine"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("csrf");
        assertThat(browser.get("/api/v1/settings").body().get("name").asString()).isNotEqualTo("Mine");
    }

    @Test
    void signingOutEndsTheSessionAtOnce() {
        browser.signIn("admin", PASSWORD);

        Answer answer = browser.send("DELETE", "/api/v1/session", null);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void anOldCookieDoesNotStandInTheWayOfSigningIn() {
        browser.signIn("admin", PASSWORD);

        assertThat(browser.without("X-CSRF-Token").signIn("admin", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    @DirtiesContext
    void changingThePasswordEndsTheOtherSessionsOnly() {
        Client elsewhere = new Client(port);
        elsewhere.signIn("admin", PASSWORD);
        browser.signIn("admin", PASSWORD);
        assertThat(elsewhere.get("/api/v1/session").status()).isEqualTo(200);

        assertThat(changePassword(PASSWORD, OTHER).status()).isEqualTo(204);

        assertThat(elsewhere.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(new Client(port).signIn("admin", PASSWORD).status()).isEqualTo(401);
        assertThat(new Client(port).signIn("admin", OTHER).status()).isEqualTo(200);
    }

    @Test
    void aPasswordIsChangedOnlyByWhoeverKnowsTheOldOneAndToAGoodOne() {
        browser.signIn("admin", PASSWORD);

        assertThat(fault(changePassword("not the password", OTHER))).isEqualTo("current wrong-password");
        assertThat(fault(changePassword(PASSWORD, "short"))).isEqualTo("password too-short");
        assertThat(fault(changePassword(PASSWORD, "Password1234"))).isEqualTo("password too-common");
        assertThat(fault(changePassword(PASSWORD, "aaaaaaaaaaaaaaa"))).isEqualTo("password too-common");
        assertThat(fault(changePassword(PASSWORD, "x".repeat(201)))).isEqualTo("password too-long");
    }

    private Answer changePassword(String current, String password) {
        return browser.send("PUT", "/api/v1/session/password", Map.of("current", current, "password", password));
    }

    private static String fault(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        return answer.body().at("/errors/0/path").asString() + " " + answer.body().at("/errors/0/code").asString();
    }

    @Test
    void somebodysLanguageIsKept() {
        browser.with("Accept-Language", "en").signIn("admin", PASSWORD);

        assertThat(browser.send("PATCH", "/api/v1/session", Map.of("language", "zh-TW")).body().get("language").asString()).isEqualTo("zh-TW");

        assertThat(browser.get("/api/v1/session").body().get("language").asString()).isEqualTo("zh-TW");
        assertThat(browser.send("PATCH", "/api/v1/session", Map.of("language", "de")).header("Content-Language")).isEqualTo("zh-TW");
        var none = new HashMap<String, Object>();
        none.put("language", null);
        assertThat(browser.send("PATCH", "/api/v1/session", none).body().get("language").isNull()).isTrue();
    }

    @Test
    void aProgramsTokenWorksUntilItIsRevoked() {
        browser.signIn("admin", PASSWORD);
        Answer issued = browser.post("/api/v1/tokens", Map.of("name", "nightly import"));
        Client program = new Client(port).with("Authorization", "Bearer " + issued.body().get("token").asString());

        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.body().get("token").asString()).matches("ky_[0-9A-Za-z]{40}").startsWith(issued.body().get("prefix").asString());
        assertThat(program.get("/api/v1/session").body().at("/user/login").asString()).isEqualTo("admin");
        assertThat(program.send("PATCH", "/api/v1/settings", Map.of("name", "客缘科技")).status()).isEqualTo(200);
        var listed = browser.get("/api/v1/tokens").body().at("/items/0");
        assertThat(listed.get("id")).isEqualTo(issued.body().get("id"));
        assertThat(listed.get("name").asString()).isEqualTo("nightly import");
        assertThat(listed.has("token")).isFalse();

        assertThat(browser.send("DELETE", "/api/v1/tokens/" + listed.get("id").asString(), null).status()).isEqualTo(204);

        assertThat(program.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(browser.send("DELETE", "/api/v1/tokens/" + listed.get("id").asString(), null).status()).isEqualTo(404);
    }

    @Test
    void aTokenCannotTakeOverItsPerson() {
        browser.signIn("admin", PASSWORD);
        String token = browser.post("/api/v1/tokens", Map.of("name", "reader")).body().get("token").asString();
        Client program = new Client(port).with("Authorization", "Bearer " + token);

        assertThat(program.post("/api/v1/tokens", Map.of("name", "another")).code()).isEqualTo("session-required");
        assertThat(program.send("PUT", "/api/v1/session/password", Map.of("current", PASSWORD, "password", OTHER)).code())
                .isEqualTo("session-required");
        assertThat(program.post("/api/v1/control/token", Map.of("login", "admin")).status()).isEqualTo(403);
    }

    @Test
    void aTokenNeedsANameAndATimeToCome() {
        browser.signIn("admin", PASSWORD);

        assertThat(fault(browser.post("/api/v1/tokens", Map.of("name", " ")))).isEqualTo("name required");
        assertThat(fault(browser.post("/api/v1/tokens", Map.of("name", "old", "expiresAt", "2020-01-01T00:00:00Z"))))
                .isEqualTo("expiresAt not-in-future");
    }

    @Test
    void aMadeUpTokenIsNobodys() {
        assertThat(browser.with("Authorization", "Bearer ky_" + "x".repeat(40)).get("/api/v1/session").status()).isEqualTo(401);
        assertThat(browser.with("Authorization", "Basic YWRtaW46YWRtaW4=").get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void commandsOnThisMachineActAsTheFirstAdministrator() {
        Client command = new Client(port).with("X-Keyuan-Control", SECRET);

        assertThat(command.get("/api/v1/session").body().at("/user/login").asString()).isEqualTo("admin");
        String token = command.post("/api/v1/control/token", Map.of("login", "ADMIN")).body().get("token").asString();
        assertThat(browser.with("Authorization", "Bearer " + token).get("/api/v1/settings").status()).isEqualTo(200);
        assertThat(command.post("/api/v1/control/token", Map.of("login", "nobody")).status()).isEqualTo(404);
    }

    @Test
    @DirtiesContext
    void whoeverRunsTheProgramLetsInTheAdministratorWhoLostEverything() {
        browser.signIn("admin", PASSWORD);
        String secret = browser.post("/api/v1/session/second-factor", null).body().get("secret").asString();
        browser.send("PUT", "/api/v1/session/second-factor", Map.of("code", new Authenticator(secret).code()));
        Client command = new Client(port).with("X-Keyuan-Control", SECRET);

        String once = command.post("/api/v1/control/password", Map.of("login", "admin")).body().get("password").asString();
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(new Client(port).signIn("admin", PASSWORD).code()).isEqualTo("bad-credentials");
        assertThat(new Client(port).signIn("admin", once).code()).isEqualTo("second-factor-required");

        var lost = Map.of("login", "admin", "resetSecondFactor", true);
        String again = command.post("/api/v1/control/password", lost).body().get("password").asString();
        assertThat(new Client(port).signIn("admin", again).body().get("mustChangePassword").asBoolean()).isTrue();
    }

    @Test
    void theControlSecretIsGoodOnlyWhenRightAndFromHere() {
        assertThat(new Client(port).with("X-Keyuan-Control", "guessed").get("/api/v1/session").status()).isEqualTo(401);
        assertThat(new Client(port).with("X-Keyuan-Control", SECRET).with("X-Forwarded-For", "203.0.113.9").get("/api/v1/session").status())
                .isEqualTo(401);
    }

    @Test
    void whateverBringsNoSecretIsNotControlledByOne() {
        browser.signIn("admin", PASSWORD);

        assertThat(browser.post("/api/v1/control/token", Map.of("login", "admin")).status()).isEqualTo(403);
    }

    @Test
    @DirtiesContext
    void settingsAreChangedTogetherOrNotAtAll() {
        browser.signIn("admin", PASSWORD);

        Answer wrong = browser.send("PATCH", "/api/v1/settings", Map.of("name", " ", "baseCurrency", "XYZ1", "timeZone", "Moon/Base"));
        Answer right = browser.send("PATCH", "/api/v1/settings", Map.of("baseCurrency", "USD", "timeZone", "Europe/Vienna"));

        assertThat(wrong.body().get("errors").valueStream().map(error -> error.get("path").asString()))
                .containsExactly("name", "baseCurrency", "timeZone");
        assertThat(right.body()).isEqualTo(browser.get("/api/v1/settings").body());
        assertThat(right.body().get("baseCurrency").asString()).isEqualTo("USD");
    }

    @Test
    void everyAnswerTellsTheBrowserWhatNotToDo() {
        Answer answer = browser.get("/api/v1/session");

        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe-eval");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Strict-Transport-Security")).isNull();
        assertThat(answer.header("X-Powered-By")).isNull();
    }

    @Test
    void pagesOfTheConsoleNeedNobody() {
        Answer answer = browser.get("/customers");

        assertThat(answer.status()).isNotIn(401, 403);
        assertThat(answer.header("Cache-Control")).isNotEqualTo("no-store");
    }

    @Test
    void anAddressWithTricksIsRefused() {
        assertThat(browser.get("/api//v1/settings").status()).isEqualTo(400);
        assertThat(browser.get("/api/v1/settings;a=b").status()).isEqualTo(400);
        assertThat(browser.get("/%61pi/v1/settings").status()).isEqualTo(401);
    }
}
