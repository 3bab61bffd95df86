package io.keyuan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The list of what comes first knows by the data what is done, and by its person what they do without. */
class OnboardingTest {

    private static final String ONBOARDING = "/api/v1/onboarding";

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    private static Map<String, String> steps(TestClient whose) {
        return steps(whose.get(ONBOARDING).expect(200));
    }

    private static Map<String, String> steps(TestAnswer answer) {
        Map<String, String> states = new LinkedHashMap<>();
        answer.items().forEach(item -> states.put(item.path("step").asString(), item.path("state").asString()));
        return states;
    }

    private static TestAnswer say(TestClient who, Map<String, ?> what) {
        return who.patch(ONBOARDING, what);
    }

    @Test
    void whatAnAdministratorDoesIsDoneWithoutSayingSo() {
        assertThat(steps(admin).keySet()).containsExactly("company", "people", "customers", "opportunity", "mail");
        assertThat(steps(admin).values()).containsOnly("open");

        admin.patch("/api/v1/settings", Map.of("name", "云帆科技")).expect(200);
        assertThat(steps(admin)).containsEntry("company", "done").containsEntry("people", "open");

        String colleague = admin.post("/api/v1/users", Map.of("name", "周启", "login", "zhou")).expect(201).id();
        assertThat(steps(admin)).as("nobody was let in yet").containsEntry("people", "open");
        admin.post("/api/v1/users/" + colleague + "/invite", Map.of()).expect(200);
        assertThat(steps(admin)).containsEntry("people", "done");

        admin.post("/api/v1/customers", Map.of("name", "苏州恒泰")).expect(201);
        assertThat(steps(admin)).containsEntry("customers", "done").containsEntry("opportunity", "open");

        TestAnswer sale = admin.post("/api/v1/opportunities", Map.of("title", "年度维保")).expect(201);
        assertThat(steps(admin)).containsEntry("opportunity", "done");
        admin.with("If-Match", "\"1\"").delete("/api/v1/opportunities/" + sale.id()).expect(204);
        assertThat(steps(admin)).as("it is gone again").containsEntry("opportunity", "open");

        company.signedIn().put("/api/v1/settings/mail", Map.of(
                "host", "smtp.example", "port", 25, "security", "none", "fromAddress", "crm@example.com", "publicAddress", "https://crm.example")).expect(200);
        assertThat(steps(admin)).containsEntry("mail", "done");
    }

    @Test
    void othersBeginWithTheirOwnWork() {
        TestClient lin = company.person("lin");
        TestClient zhou = company.person("zhou");
        String customer = lin.post("/api/v1/customers", Map.of("name", "苏州恒泰")).expect(201).id();
        assertThat(steps(lin).keySet()).containsExactly("log", "opportunity", "phone", "keys");

        lin.post("/api/v1/contact-logs", Map.of(
                "kind", "call", "happenedAt", "2026-11-28T02:00:00Z", "summary", "设备科确认预算", "customer", Map.of("id", customer))).expect(201);
        lin.post("/api/v1/opportunities", Map.of("title", "产线改造")).expect(201);

        assertThat(steps(lin)).containsEntry("log", "done").containsEntry("opportunity", "done").containsEntry("keys", "open");
        assertThat(steps(zhou).values()).as("what a colleague did is not one's own").containsOnly("open");
    }

    @Test
    void whoMayMakeNothingIsNotAskedTo() {
        TestClient reader = company.person("reader");
        String role = admin.post("/api/v1/roles", Map.of("name", "looks", "grants", List.of(
                Map.of("object", "customers", "rights", List.of("read"), "read", Map.of("scopes", List.of("all")))))).expect(201).id();
        admin.put("/api/v1/users/" + reader.person() + "/roles", Map.of("roles", List.of(role))).expect(200);

        assertThat(steps(reader).keySet()).containsExactly("phone", "keys");
    }

    @Test
    void aStepIsSkippedAndTakenUpAgainForOneselfAlone() {
        TestClient lin = company.person("lin");
        TestClient zhou = company.person("zhou");

        assertThat(steps(say(lin, Map.of("steps", Map.of("log", "skipped", "keys", "done"))).expect(200)))
                .containsEntry("log", "skipped").containsEntry("keys", "done").containsEntry("phone", "open");
        assertThat(steps(say(lin, Map.of("steps", Map.of("log", "open", "phone", "skipped"))).expect(200)))
                .containsEntry("log", "open").containsEntry("keys", "done").containsEntry("phone", "skipped");
        assertThat(steps(say(lin, Map.of("steps", Map.of("phone", "done"))).expect(200))).containsEntry("phone", "done");
        assertThat(steps(zhou).values()).containsOnly("open");
    }

    @Test
    void whatWasSkippedAndDoneAfterAllIsDone() {
        say(admin, Map.of("steps", Map.of("company", "skipped"))).expect(200);
        admin.patch("/api/v1/settings", Map.of("name", "云帆科技")).expect(200);

        assertThat(steps(admin)).containsEntry("company", "done");
    }

    @Test
    void theListIsDismissedAndComesBack() {
        TestAnswer gone = say(admin, Map.of("dismissed", true)).expect(200);
        assertThat(gone.at("/dismissed").asBoolean()).isTrue();
        assertThat(admin.get(ONBOARDING).expect(200).items()).isEmpty();

        TestAnswer back = say(admin, Map.of("dismissed", false)).expect(200);
        assertThat(back.at("/dismissed").asBoolean()).isFalse();
        assertThat(steps(back)).hasSize(5);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(say(admin, Map.of("steps", Map.of("nonsense", "skipped"))).expect(422).error("steps")).isNotNull();
        assertThat(say(admin, Map.of("steps", Map.of("mail", "nonsense"))).expect(422).error("steps.mail")).isNotNull();
        assertThat(say(admin, Map.of("steps", Map.of("mail", "done"))).expect(422).error("steps.mail")).as("the data tells that").isNotNull();
        say(admin, Map.of("steps", "mail")).expect(400);
        say(admin, Map.of("dismissed", List.of())).expect(400);
        say(company.nobody(), Map.of("dismissed", true)).expect(401);
        assertThat(steps(admin).values()).containsOnly("open");
    }
}
