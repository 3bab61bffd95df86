package io.keyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.identity.Client.Answer;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = IdentityApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"keyuan.admin-password=" + SignInTest.PASSWORD, "keyuan.control.secret=" + SignInTest.SECRET})
class UserCommandsTest {

    private static final String CHOSEN = "a garden of stones";

    @LocalServerPort
    private int port;

    private Client administrator = new Client(0);
    private String login = "";

    @BeforeEach
    void signIn() {
        administrator = new Client(port);
        administrator.signIn("admin", SignInTest.PASSWORD);
        login = "wang." + UUID.randomUUID();
    }

    @Test
    void somebodyInvitedChoosesAPasswordAndIsIn() {
        String password = invite(create(login)).body().get("password").asString();
        Client browser = new Client(port);

        assertThat(browser.signIn(login, password).body().get("mustChangePassword").asBoolean()).isTrue();
        assertThat(browser.get("/api/v1/users").code()).isEqualTo("password-change-required");
        assertThat(choose(browser, password).status()).isEqualTo(204);

        assertThat(browser.get("/api/v1/users").status()).isEqualTo(200);
        assertThat(browser.get("/api/v1/session").body().get("mustChangePassword").asBoolean()).isFalse();
        assertThat(browser.get("/api/v1/session").body().get("admin").asBoolean()).isFalse();
    }

    @Test
    void somebodyNotInvitedCannotSignIn() {
        create(login);

        assertThat(new Client(port).signIn(login, "whatever it may be").code()).isEqualTo("bad-credentials");
    }

    @Test
    void loginsAreTheSameWhateverTheirCase() {
        String id = create(login.toUpperCase(Locale.ROOT));

        assertThat(administrator.get("/api/v1/users/" + id).body().get("login").asString()).isEqualTo(login);
        assertThat(administrator.post("/api/v1/users", Map.of("name", "王芳", "login", login)).status()).isEqualTo(409);
    }

    @Test
    void disablingEndsSessionsAtOnceAndEnablingLetsThemInAgain() {
        String id = create(login);
        Client browser = invited(id);

        assertThat(command(id, "disable").status()).isEqualTo(204);

        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(new Client(port).signIn(login, CHOSEN).status()).isEqualTo(401);
        assertThat(account(id)).isEqualTo("disabled");
        assertThat(command(id, "enable").status()).isEqualTo(204);
        assertThat(new Client(port).signIn(login, CHOSEN).status()).isEqualTo(200);
    }

    @Test
    void whoeverForgotTheirsGetsANewPasswordUnlessTheyAreKeptOut() {
        String id = create(login);
        assertThat(command(id, "renew-password").code()).isEqualTo("no-account");
        Client browser = invited(id);

        String password = command(id, "renew-password").body().get("password").asString();

        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(new Client(port).signIn(login, CHOSEN).status()).isEqualTo(401);
        assertThat(new Client(port).signIn(login, password).status()).isEqualTo(200);
        command(id, "disable");
        assertThat(command(id, "renew-password").status()).isEqualTo(409);
    }

    @Test
    void somebodyWhoNeverHadAPasswordIsEnabledAsNotInvited() {
        String id = create(login);

        command(id, "disable");
        command(id, "enable");

        assertThat(account(id)).isEqualTo("uninvited");
    }

    @Test
    void anInvitationNeedsALoginAndSomebodyWhoIsThere() {
        String nameless = administrator.post("/api/v1/users", Map.of("name", "王芳")).body().get("id").asString();

        Answer answer = invite(nameless);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/path").asString()).isEqualTo("login");
        assertThat(invite(UUID.randomUUID().toString()).status()).isEqualTo(404);
    }

    @Test
    void administratorsCannotLockThemselvesOut() {
        String me = administrator.get("/api/v1/session").body().at("/user/id").asString();
        String version = String.valueOf(administrator.get("/api/v1/users/" + me).header("ETag"));

        assertThat(command(me, "disable").code()).isEqualTo("not-yourself");
        administrator.with("If-Match", version);
        assertThat(administrator.send("PATCH", "/api/v1/users/" + me, Map.of("administrator", false)).status()).isEqualTo(422);
        assertThat(administrator.send("DELETE", "/api/v1/users/" + me, null).status()).isEqualTo(422);
    }

    @Test
    void onlyAdministratorsDecideWhoMaySignIn() {
        String id = create(login);
        Client browser = invited(id);

        for (String command : new String[] {"invite", "renew-password", "disable", "enable"}) {
            Answer answer = browser.post("/api/v1/users/" + id + "/" + command, null);
            assertThat(answer.status()).as(command + " answered " + answer.response().body()).isEqualTo(403);
        }
        assertThat(browser.post("/api/v1/users", Map.of("name", "李雷")).status()).isEqualTo(403);
        assertThat(browser.send("PATCH", "/api/v1/settings", Map.of("name", "Mine")).status()).isEqualTo(403);
    }

    @Test
    void theCommandLineGivesSomebodyANewPassword() {
        String id = create(login);
        Client command = new Client(port).with("X-Keyuan-Control", SignInTest.SECRET);

        String password = command.post("/api/v1/control/password", Map.of("login", login)).body().get("password").asString();

        assertThat(new Client(port).signIn(login, password).status()).isEqualTo(200);
        assertThat(account(id)).isEqualTo("active");
    }

    private String create(String login) {
        Answer answer = administrator.post("/api/v1/users", Map.of("name", "王芳", "login", login));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().get("id").asString();
    }

    private Client invited(String id) {
        Client browser = new Client(port);
        String password = invite(id).body().get("password").asString();
        browser.signIn(login, password);
        choose(browser, password);
        return browser;
    }

    private static Answer choose(Client browser, String oneTime) {
        return browser.send("PUT", "/api/v1/session/password", Map.of("current", oneTime, "password", CHOSEN));
    }

    private Answer invite(String id) {
        return command(id, "invite");
    }

    private Answer command(String id, String command) {
        return administrator.post("/api/v1/users/" + id + "/" + command, null);
    }

    private String account(String id) {
        return administrator.get("/api/v1/users/" + id).body().get("account").asString();
    }
}
