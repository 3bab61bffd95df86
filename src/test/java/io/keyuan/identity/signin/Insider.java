package io.keyuan.identity.signin;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.identity.factor.Authenticator;
import io.keyuan.program.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody of a company who signs in in every way there is. */
final class Insider {

    private static final String PASSWORD = "eleven patient oaks";

    private final TestTenant company;
    private final TestClient client;
    private final String id;
    private final String login;
    private String secret = "";
    private List<String> recoveryCodes = List.of();

    private Insider(TestTenant company, TestClient client, String id, String login) {
        this.company = company;
        this.client = client;
        this.id = id;
        this.login = login;
    }

    /** Somebody who is no administrator, with a password and a mail address. */
    static Insider of(TestTenant company, String login) {
        TestClient admin = company.administrator();
        String id = admin.post("/api/v1/users", Map.of("name", "林悦", "login", login, "email", login + "@" + company.slug() + ".example")).expect(201).id();
        String once = admin.post("/api/v1/users/" + id + "/invite", Map.of()).expect(200).text("/password");
        TestClient session = company.signIn(login, once);
        session.put("/api/v1/session/password", Map.of("current", once, "password", PASSWORD)).expect(204);
        String token = session.post("/api/v1/tokens", Map.of("name", "tests")).expect(201).text("/token");
        return new Insider(company, company.nobody().with("Authorization", "Bearer " + token), id, login);
    }

    String id() {
        return id;
    }

    /** With a token. */
    TestClient client() {
        return client;
    }

    String login() {
        return login;
    }

    String password() {
        return PASSWORD;
    }

    String secret() {
        return secret;
    }

    List<String> recoveryCodes() {
        return recoveryCodes;
    }

    TestClient signIn() {
        return company.signIn(login, PASSWORD);
    }

    TestClient signIn(String code) {
        TestAnswer session = trySignIn(code).expect(200);
        String cookie = session.header("Set-Cookie").split(";", 2)[0];
        return company.nobody().with("Cookie", cookie).with("X-CSRF-Token", session.text("/csrfToken"));
    }

    TestAnswer trySignIn(@Nullable String code) {
        Map<String, Object> body = new HashMap<>(Map.of("login", login, "password", PASSWORD, "tenant", company.slug()));
        if (code != null) {
            body.put("code", code);
        }
        return company.nobody().post("/api/v1/session", body);
    }

    /** Turns one on. The code of this half minute is used up by that, that of the next is not. */
    Authenticator secondFactor() {
        TestClient browser = signIn();
        secret = browser.post("/api/v1/session/second-factor", Map.of()).expect(200).text("/secret");
        var app = new Authenticator(secret);
        recoveryCodes = browser.put("/api/v1/session/second-factor", Map.of("code", app.code())).expect(200)
                .at("/recoveryCodes").valueStream().map(JsonNode::asString).toList();
        return app;
    }

    /** Everything a table holds of a company, as text. */
    static String table(String table, TestTenant company) {
        try (Connection connection = connect();
                var statement = connection.prepareStatement("select string_agg(t::text, ' ') from " + table + " t where tenant_id = ?")) {
            statement.setObject(1, company.id());
            try (var row = statement.executeQuery()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Doors that are closed now stay so for an hour, however slow the machine is that tries them. */
    static void doorsStayClosed() {
        try (Connection connection = connect(); var statement = connection.createStatement()) {
            statement.execute("update sign_in_attempt set opens_at = now() + interval '1 hour' where opens_at > counted_at");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Passwords of a company are as much older. */
    static void aWeekPasses(TestTenant company) {
        execute("update credential set changed_at = changed_at - interval '7 days' where tenant_id = ?", company);
    }

    private static void execute(String sql, TestTenant company) {
        try (Connection connection = connect(); var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, company.id());
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect() throws SQLException {
        DatabaseAddress database = RunningProgram.get().database();
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
