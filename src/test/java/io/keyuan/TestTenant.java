package io.keyuan;

import io.keyuan.program.database.DatabaseAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** A company of the {@link RunningProgram} that one test has for itself. */
public final class TestTenant {

    private static final String CHOSEN = "seven quiet herons";

    private final URI program;
    private final UUID id;
    private final String slug;
    private final String login;
    private final TestClient administrator;

    TestTenant(URI program, UUID id, String slug, String login) {
        this.program = program;
        this.id = id;
        this.slug = slug;
        this.login = login;
        this.administrator = withToken(signIn(login, RunningProgram.PASSWORD));
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    /** What its first administrator signs in as. */
    public String login() {
        return login;
    }

    /** Somebody who may everything in this company, with a program's token. */
    public TestClient administrator() {
        return administrator;
    }

    /** The same, signed in as in a browser: for what a token may not do. */
    public TestClient signedIn() {
        return signIn(login, RunningProgram.PASSWORD);
    }

    /** Somebody not signed in. */
    public TestClient nobody() {
        return TestClient.of(program);
    }

    /** Makes somebody who is no administrator, lets them in and gives them a token. */
    public TestClient person(String login) {
        TestAnswer made = administrator.post("/api/v1/users", Map.of("name", login, "login", login)).expect(201);
        String once = administrator.post("/api/v1/users/" + made.id() + "/invite", Map.of()).expect(200).text("/password");
        TestClient session = signIn(login, once);
        session.put("/api/v1/session/password", Map.of("current", once, "password", CHOSEN)).expect(204);
        return withToken(session).as(made.id());
    }

    /** Signs in as a browser does: with a cookie and the token that guards it. */
    public TestClient signIn(String login, String password) {
        TestAnswer session = nobody()
                .post("/api/v1/session", Map.of("login", login, "password", password, "tenant", slug))
                .expect(200);
        String cookie = session.header("Set-Cookie").split(";", 2)[0];
        return nobody().with("Cookie", cookie).with("X-CSRF-Token", session.text("/csrfToken")).as(session.text("/user/id"));
    }

    /** Its sessions and links are an hour older than they were. */
    public void anHourPasses() {
        execute("update session set created_at = created_at - interval '1 hour', confirmed_at = confirmed_at - interval '1 hour' where tenant_id = ?");
        execute("update account_link set expires_at = expires_at - interval '1 hour' where tenant_id = ?");
    }

    private void execute(String sql) {
        DatabaseAddress database = RunningProgram.get().database();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private TestClient withToken(TestClient session) {
        String token = session.post("/api/v1/tokens", Map.of("name", "tests")).expect(201).text("/token");
        return nobody().with("Authorization", "Bearer " + token).as(session.person());
    }
}
