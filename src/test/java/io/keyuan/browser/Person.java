package io.keyuan.browser;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Somebody who works with the console.
 *
 * @param name as colleagues read it
 * @param password to sign in with
 */
record Person(TestTenant company, String id, String name, String login, String password) {

    private static final String CHOSEN = "eleven patient oaks";

    /** The administrator a company begins with. */
    static Person founder(TestTenant company) {
        return new Person(company, company.administrator().person(), "管理员", company.login(), RunningProgram.PASSWORD);
    }

    /** Somebody who was invited and has the one-time password they were told. */
    static Person invited(TestTenant company, String name, String login) {
        return invited(company, name, login, true);
    }

    /** The same, of somebody who may what their roles allow. */
    static Person colleague(TestTenant company, String name, String login) {
        return invited(company, name, login, false);
    }

    private static Person invited(TestTenant company, String name, String login, boolean admin) {
        TestClient administrator = company.administrator();
        String id = administrator
                .post("/api/v1/users", Map.of("name", name, "login", login, "administrator", admin))
                .expect(201)
                .id();
        String once = administrator.post("/api/v1/users/" + id + "/invite", Map.of()).expect(200).text("/password");
        return new Person(company, id, name, login, once);
    }

    /** The same, who has chosen a password since and needs no help to begin. */
    Person settled() {
        return inside(session -> session.patch("/api/v1/onboarding", Map.of("dismissed", true)).expect(200));
    }

    /** The same, who has chosen a password and done nothing else yet. */
    Person arrived() {
        return inside(session -> {});
    }

    private Person inside(Consumer<TestClient> first) {
        TestClient session = company.signIn(login, password);
        session.put("/api/v1/session/password", Map.of("current", password, "password", CHOSEN)).expect(204);
        // Every window of a test is a device nobody knows.
        session.put("/api/v1/notifications/preferences", Map.of("kinds", Map.of("device", Map.of("app", false, "mail", "now")))).expect(200);
        first.accept(session);
        return new Person(company, id, name, login, CHOSEN);
    }

    /** A session's cookie as {@code name=value}. */
    String cookie() {
        return company.signIn(login, password).headers().getOrDefault("Cookie", "");
    }
}
