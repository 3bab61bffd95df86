package io.keyuan.engine.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is best done next with a record is told as long as it is to be done, to whoever could do it and wants to hear of it. */
class AdviceTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final TestClient ADMIN = COMPANY.administrator();

    private static Map<String, Object> to(String id) {
        return Map.of("id", id);
    }

    private static String make(TestClient maker, String object, Map<String, Object> values) {
        return maker.post("/api/v1/" + object + "?duplicates=allow", values).expect(201).id();
    }

    private static List<JsonNode> advice(TestClient reader, String object, String id) {
        return reader.get("/api/v1/" + object + "/" + id + "/overview?parts=advice").expect(200).at("/advice").valueStream().toList();
    }

    private static List<String> rules(TestClient reader, String object, String id) {
        return advice(reader, object, id).stream().map(each -> each.get("rule").asString()).toList();
    }

    @Test
    void whatIsMissingIsToldTheWeightiestFirstUntilItIsDone() {
        String customer = make(ADMIN, "customers", Map.of("name", "远山科技"));
        assertThat(rules(ADMIN, "customers", customer)).containsExactly("contactLog.never", "contact.decisionMaker", "task.next", "customer.phone");
        JsonNode first = advice(ADMIN, "customers", customer).getFirst();
        assertThat(first.at("/way/kind").asString()).isEqualTo("make");
        assertThat(first.at("/way/object").asString()).isEqualTo("contact-logs");
        assertThat(first.at("/way/attribute").asString()).isEqualTo("customer");
        assertThat(first.at("/way/values/kind").asString()).isEqualTo("call");
        assertThat(first.get("reason").asString()).isNotBlank().doesNotContain("advice");

        make(ADMIN, "contact-logs", Map.of("subject", "x", "kind", "call", "happenedAt", Instant.now().toString(), "customer", to(customer)));
        make(ADMIN, "contacts", Map.of("name", "王总", "customer", to(customer), "role", "decisionMaker"));
        make(ADMIN, "tasks", Map.of("title", "报价", "customer", to(customer), "dueDate", LocalDate.now().plusDays(3).toString()));
        assertThat(rules(ADMIN, "customers", customer)).containsExactly("customer.phone");
        ADMIN.patch("/api/v1/customers/" + customer, ADMIN.get("/api/v1/customers/" + customer).version(), Map.of("phone", "010 1234 5678")).expect(200);
        assertThat(rules(ADMIN, "customers", customer)).isEmpty();
    }

    @Test
    void whatIsLateLeadsToWhatIsDueFirstAndIsToldWhereItBelongs() {
        String customer = make(ADMIN, "customers", Map.of("name", "晚了"));
        String deal = make(ADMIN, "opportunities", Map.of("title", "五轴", "customer", to(customer), "closeDate", "2026-01-15"));
        make(ADMIN, "tasks", Map.of("title", "后", "customer", to(customer), "opportunity", to(deal), "dueDate", "2026-02-02"));
        String first = make(ADMIN, "tasks", Map.of("title", "先", "customer", to(customer), "opportunity", to(deal), "dueDate", "2026-01-02"));
        make(ADMIN, "tasks", Map.of("title", "做完", "customer", to(customer), "dueDate", "2025-01-02", "state", "done"));

        List<JsonNode> told = advice(ADMIN, "customers", customer);
        assertThat(told.get(0).get("rule").asString()).isEqualTo("task.late");
        assertThat(told.get(0).at("/way/id").asString()).isEqualTo(first);
        assertThat(told.get(1).get("rule").asString()).isEqualTo("opportunity.late");
        assertThat(told.get(1).at("/way/id").asString()).isEqualTo(deal);
        assertThat(rules(ADMIN, "opportunities", deal)).containsExactly("task.lateOfDeal", "opportunity.closing", "opportunity.amount");

        ADMIN.patch("/api/v1/opportunities/" + deal, ADMIN.get("/api/v1/opportunities/" + deal).version(), Map.of("stage", "won")).expect(200);
        assertThat(rules(ADMIN, "opportunities", deal)).isEmpty();
        assertThat(rules(ADMIN, "customers", customer)).doesNotContain("opportunity.late");
    }

    @Test
    void whatSomebodyPutsOffIsGoneForThemAloneUntilTheyTakeItBack() {
        String customer = make(ADMIN, "customers", Map.of("name", "以后再说"));
        TestClient director = COMPANY.person("director");
        String role = ADMIN.get("/api/v1/roles").expect(200).items().stream()
                .filter(each -> "director".equals(each.path("code").asString())).findFirst().orElseThrow().get("id").asString();
        ADMIN.put("/api/v1/users/" + director.person() + "/roles", Map.of("roles", List.of(role))).expect(200);
        String later = "/api/v1/customers/" + customer + "/advice/task.next/later";

        ADMIN.post(later, Map.of()).expect(204);
        ADMIN.post(later, Map.of()).expect(204);
        assertThat(rules(director, "customers", customer)).contains("task.next");
        assertThat(rules(ADMIN, "customers", customer)).doesNotContain("task.next").contains("customer.phone");
        assertThat(rules(ADMIN, "customers", make(ADMIN, "customers", Map.of("name", "另一个")))).contains("task.next");
        ADMIN.delete(later).expect(204);
        assertThat(rules(ADMIN, "customers", customer)).contains("task.next");

        ADMIN.post("/api/v1/customers/" + customer + "/advice/nonsense/later", Map.of()).expect(404);
        ADMIN.post("/api/v1/customers/" + customer + "/advice/lead.waiting/later", Map.of()).expect(404);
        COMPANY.person("stranger").post(later, Map.of()).expect(404);
    }

    @Test
    void whoCouldNotDoItIsNotTold() {
        String customer = make(ADMIN, "customers", Map.of("name", "只读"));
        TestClient reader = COMPANY.person("reader");
        String role = ADMIN.post("/api/v1/roles", Map.of("name", "reader of customers", "grants", List.of(
                        Map.of("object", "customers", "rights", List.of("read"), "read", Map.of("scopes", List.of("all"))))))
                .expect(201).id();
        ADMIN.put("/api/v1/users/" + reader.person() + "/roles", Map.of("roles", List.of(role))).expect(200);

        assertThat(advice(reader, "customers", customer)).isEmpty();
    }
}
