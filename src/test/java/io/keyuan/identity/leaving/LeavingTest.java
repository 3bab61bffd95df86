package io.keyuan.identity.leaving;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Somebody leaves, and comes back. */
class LeavingTest {

    private static final TestTenant TENANT = RunningProgram.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int CUSTOMERS = 1_203;

    private static Map<String, Object> id(String id) {
        return Map.of("id", id);
    }

    private static String user(String name, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("name", name);
        return ADMIN.post("/api/v1/users", body).expect(201).id();
    }

    private static TestAnswer await(TestAnswer submitted) {
        String path = "/api/v1/jobs/" + submitted.expect(202).id();
        Awaitility.await().atMost(PATIENCE)
                .until(() -> !Set.of("queued", "running").contains(ADMIN.get(path).expect(200).text("/state")));
        return ADMIN.get(path).expect(200);
    }

    private static long owned(String object, String person) {
        return ADMIN.get("/api/v1/" + object + "?count=exact&limit=1&filter=" + encoded("owner == '" + person + "'"))
                .expect(200).at("/count/value").asLong();
    }

    private static String text(String path, String pointer) {
        return ADMIN.get(path).expect(200).text(pointer);
    }

    private static void customers(int count, String owner) {
        for (int from = 0; from < count; from += 500) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + 500); i++) {
                rows.add(Map.of("name", "客户 " + owner.substring(30) + i, "owner", id(owner)));
            }
            ADMIN.post("/api/v1/customers/batch", Map.of("create", rows, "atomic", true)).expect(200);
        }
    }

    @Test
    void everythingPassesOnAndComesBack() {
        String boss = user("老板", Map.of());
        TestClient leaver = TENANT.person("leaver");
        String gone = leaver.person();
        ADMIN.patch("/api/v1/users/" + gone, ADMIN.get("/api/v1/users/" + gone).version(), Map.of("manager", id(boss))).expect(200);
        String heir = user("继任者", Map.of("manager", id(gone)));
        String report = user("下属", Map.of("manager", id(gone)));
        String department = ADMIN.post("/api/v1/departments", Map.of("name", "华东区", "manager", id(gone))).expect(201).id();
        String team = ADMIN.post("/api/v1/teams", Map.of("name", "医院项目", "leader", id(gone))).expect(201).id();
        Map<String, Object> away = Map.of("firstDay", "2099-01-01", "lastDay", "2099-01-02", "standIn", id(gone));
        Map<String, Object> ofHeir = new HashMap<>(away);
        ofHeir.put("person", id(heir));
        Map<String, Object> ofReport = new HashMap<>(away);
        ofReport.put("person", id(report));
        String absence = ADMIN.post("/api/v1/absences", ofReport).expect(201).id();
        String absenceOfHeir = ADMIN.post("/api/v1/absences", ofHeir).expect(201).id();
        customers(CUSTOMERS, gone);
        ADMIN.post("/api/v1/tasks", Map.of("title", "回访", "owner", id(gone))).expect(201);

        TestAnswer preview = ADMIN.get("/api/v1/users/" + gone + "/leave").expect(200);
        assertThat(preview.at("/records").valueStream().map(each -> each.get("object").asString() + " " + each.get("count").asInt()))
                .containsExactlyInAnyOrder("customers " + CUSTOMERS, "tasks 1");
        assertThat(List.of("reports", "departments", "teams", "standIns").stream().map(name -> preview.at("/" + name).asInt()))
                .containsExactly(2, 1, 1, 2);

        TestAnswer done = await(ADMIN.post("/api/v1/users/" + gone + "/leave", Map.of("successor", heir)));

        assertThat(done.text("/state")).as(done.toString()).isEqualTo("done");
        assertThat(done.at("/result/in").asInt()).isEqualTo(CUSTOMERS + 1 + 6 + 1);
        assertThat(done.at("/result/failed").asInt()).as(done.toString()).isZero();
        leaver.get("/api/v1/customers").expect(401);
        assertThat(text("/api/v1/users/" + gone, "/account")).isEqualTo("disabled");
        assertThat(owned("customers", heir)).isEqualTo(CUSTOMERS);
        assertThat(owned("customers", gone)).isZero();
        assertThat(owned("tasks", heir)).isEqualTo(1);
        assertThat(text("/api/v1/users/" + report, "/manager/id")).isEqualTo(heir);
        assertThat(text("/api/v1/users/" + heir, "/manager/id")).as("never their own manager").isEqualTo(boss);
        assertThat(text("/api/v1/departments/" + department, "/manager/id")).isEqualTo(heir);
        assertThat(text("/api/v1/teams/" + team, "/leader/id")).isEqualTo(heir);
        assertThat(text("/api/v1/absences/" + absence, "/standIn/id")).isEqualTo(heir);
        assertThat(ADMIN.get("/api/v1/absences/" + absenceOfHeir).body().has("standIn")).isFalse();
        String customer = ADMIN.get("/api/v1/customers?limit=1&filter=" + encoded("owner == '" + heir + "'")).text("/items/0/id");
        assertThat(ADMIN.get("/api/v1/customers/" + customer + "/history").expect(200).items().getFirst().toString()).contains(gone, heir);

        String changed = "/api/v1/customers/" + customer;
        ADMIN.patch(changed, ADMIN.get(changed).version(), Map.of("remarks", "since then")).expect(200);
        TestAnswer undone = await(ADMIN.post("/api/v1/jobs/" + done.id() + "/undo", Map.of()));

        assertThat(undone.at("/result/restored").asInt()).as(undone.toString()).isEqualTo(CUSTOMERS + 1 + 6 + 1 - 1);
        assertThat(undone.at("/result/kept").asInt()).isEqualTo(1);
        assertThat(ADMIN.get("/api/v1/jobs/" + undone.id() + "/failures").expect(200).content()).contains(customer);
        assertThat(owned("customers", gone)).isEqualTo(CUSTOMERS - 1);
        assertThat(text("/api/v1/users/" + gone, "/account")).isEqualTo("active");
        assertThat(text("/api/v1/users/" + heir, "/manager/id")).isEqualTo(gone);
        assertThat(text("/api/v1/users/" + report, "/manager/id")).isEqualTo(gone);
        assertThat(text("/api/v1/departments/" + department, "/manager/id")).isEqualTo(gone);
        assertThat(text("/api/v1/absences/" + absenceOfHeir, "/standIn/id")).isEqualTo(gone);
        leaver.get("/api/v1/customers").expect(401);
    }

    @Test
    void whoCannotTakeOverIsNamed() {
        String gone = user("离职者", Map.of());
        String leave = "/api/v1/users/" + gone + "/leave";
        String disabled = user("已离职", Map.of());
        ADMIN.post("/api/v1/users/" + disabled + "/disable", Map.of()).expect(204);

        assertThat(code(ADMIN.post(leave, Map.of()).expect(422), "successor")).isEqualTo("required");
        assertThat(code(ADMIN.post(leave, Map.of("successor", gone)).expect(422), "successor")).isEqualTo("leaves-oneself");
        assertThat(code(ADMIN.post(leave, Map.of("successor", disabled)).expect(422), "successor")).isEqualTo("has-left");
        assertThat(code(ADMIN.post(leave, Map.of("successor", "nobody")).expect(422), "successor")).isEqualTo("unknown-reference");
        assertThat(code(ADMIN.post(leave, Map.of("successor", ADMIN.person(), "on", "soon")).expect(422), "on")).isEqualTo("not-date");
        ADMIN.post("/api/v1/users/" + ADMIN.person() + "/leave", Map.of("successor", gone)).expect(422);
        assertThat(text("/api/v1/users/" + gone, "/account")).isEqualTo("uninvited");
    }

    private static String code(TestAnswer refused, String path) {
        return Objects.requireNonNull(refused.error(path), refused::toString).get("code").asString();
    }

    @Test
    void onlyWhoMayChangePeopleLetsThemGo() {
        TestClient colleague = TENANT.person("colleague");
        String gone = user("离职者", Map.of());

        colleague.get("/api/v1/users/" + gone + "/leave").expect(403);
        colleague.post("/api/v1/users/" + gone + "/leave", Map.of("successor", colleague.person())).expect(403);
    }

    @Test
    void aDayToComeIsWaitedForAndCanBeCalledOff() {
        String gone = user("下月离职", Map.of());

        TestAnswer planned = ADMIN.post("/api/v1/users/" + gone + "/leave", Map.of("successor", ADMIN.person(), "on", "2099-06-01")).expect(202);

        assertThat(planned.text("/state")).isEqualTo("queued");
        ADMIN.post("/api/v1/jobs/" + planned.id() + "/cancel", Map.of()).expect(200);
        assertThat(text("/api/v1/jobs/" + planned.id(), "/state")).isEqualTo("cancelled");
        assertThat(text("/api/v1/users/" + gone, "/account")).isEqualTo("uninvited");
    }
}
