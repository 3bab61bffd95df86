package io.keyuan.engine.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Companies switch off what is shipped, weigh it, and have rules of their own, which fall silent when what they name is gone. */
class AdviceRulesTest {

    private static final String RULES = "/api/v1/advice-rules";

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    private static Map<String, Object> to(String id) {
        return Map.of("id", id);
    }

    private static Map<String, Object> rule(String object, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("object", object, "weight", 99, "reason", "To be done.", "action", "Do it"));
        body.putAll(more);
        return body;
    }

    private String customer(String name, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("name", name);
        return admin.post("/api/v1/customers?duplicates=allow", values).expect(201).id();
    }

    private static List<JsonNode> told(TestClient reader, String object, String id) {
        return reader.get("/api/v1/" + object + "/" + id + "/overview?parts=advice").expect(200).at("/advice").valueStream().toList();
    }

    private List<String> rules(String object, String id) {
        return told(admin, object, id).stream().map(each -> each.get("rule").asString()).toList();
    }

    private TestAnswer put(String rule, long version, Map<String, Object> body) {
        return admin.with("If-Match", "\"" + version + "\"").put(RULES + "/" + rule, body);
    }

    private JsonNode listed(String rule) {
        return admin.get(RULES).expect(200).items().stream().filter(each -> each.get("id").asString().equals(rule)).findFirst().orElseThrow();
    }

    @Test
    void whatIsShippedIsSwitchedOffWeighedAndPutBack() {
        String customer = customer("远山", Map.of());
        assertThat(rules("customers", customer)).containsExactly("contactLog.never", "contact.decisionMaker", "task.next", "customer.phone");
        JsonNode phone = listed("customer.phone");
        assertThat(phone.get("shipped").asBoolean()).isTrue();
        assertThat(phone.get("version").asLong()).isZero();
        assertThat(phone.at("/reasons/zh-CN").asString()).isEqualTo("既没有电话，也没有邮箱。");
        assertThat(admin.get(RULES).expect(200).items()).allSatisfy(each -> assertThat(each.get("errors")).isEmpty());

        put("customer.phone", 0, Map.of("weight", 100)).expect(200);
        put("contactLog.never", 0, Map.of("active", false)).expect(200);
        put("contactLog.never", 0, Map.of("active", true)).expect(412);
        assertThat(rules("customers", customer)).containsExactly("customer.phone", "contact.decisionMaker", "task.next");
        assertThat(put("customer.phone", 1, Map.of("reason", "Other")).expect(422).error("reason")).isNotNull();

        admin.delete(RULES + "/contactLog.never").expect(204);
        admin.delete(RULES + "/contactLog.never").expect(204);
        assertThat(rules("customers", customer)).startsWith("customer.phone", "contactLog.never");
        assertThat(admin.get("/api/v1/audit?kind=advice-rule-changed").expect(200).items()).hasSize(3);
    }

    @Test
    void objectsAndAttributesOfTheCompanyHaveRulesToo() {
        admin.post("/api/v1/objects", Map.of("path", "c-machines", "label", "Machine")).expect(201);
        admin.post("/api/v1/c-machines/attributes", Map.of("name", "c_customer", "label", "Customer", "type", "reference", "reference", "customers")).expect(201);
        admin.post("/api/v1/c-machines/attributes", Map.of("name", "c_state", "label", "State", "type", "choice", "choices", List.of("Runs", "Broken"))).expect(201);
        String codes = admin.get("/api/v1/choice-lists/c-machines.c_state").expect(200).at("/choices").valueStream().map(each -> each.get("code").asString()).toList().toString();
        String broken = codes.replaceAll("[\\[\\]]", "").split(", ")[1];
        Map<String, Object> pointing = Map.of("object", "c-machines", "attribute", "c_customer", "condition", "c_state == '" + broken + "'");
        String look = admin.post(RULES, rule("customers", Map.of("pointing", pointing, "remedy", Map.of("kind", "open")))).expect(201).id();
        String make = admin.post(RULES, rule("customers", Map.of("weight", 98, "pointing", Map.of("object", "c-machines", "attribute", "c_customer"),
                "remedy", Map.of("kind", "make", "values", Map.of("c_state", broken))))).expect(201).id();
        String customer = customer("云帆", Map.of());
        customer("别的", Map.of());
        assertThat(rules("customers", customer)).startsWith(make).doesNotContain(look);
        assertThat(told(admin, "customers", customer).getFirst().at("/way/values/c_state").asString()).isEqualTo(broken);

        String machine = admin.post("/api/v1/c-machines", Map.of("name", "五轴", "c_customer", to(customer), "c_state", broken)).expect(201).id();
        assertThat(rules("customers", customer)).startsWith(look).doesNotContain(make);
        assertThat(told(admin, "customers", customer).getFirst().at("/way/id").asString()).isEqualTo(machine);
        TestAnswer tried = admin.post(RULES + "/trial", rule("customers", Map.of("pointing", pointing, "remedy", Map.of("kind", "open")))).expect(200);
        assertThat(tried.at("/count/value").asInt()).isEqualTo(1);
        assertThat(tried.items().getFirst().get("title").asString()).isEqualTo("云帆");
        assertThat(tried.at("/filter").isNull()).isTrue();

        // Of a machine itself.
        String repair = admin.post(RULES, rule("c-machines", Map.of(
                "condition", "c_state == '" + broken + "'", "remedy", Map.of("kind", "fill", "attribute", "c_state")))).expect(201).id();
        assertThat(rules("c-machines", machine)).containsExactly(repair);
        assertThat(admin.delete("/api/v1/c-machines/attributes/c_state").expect(409).toString()).contains("To be done.");
    }

    @Test
    void aRuleThatNamesWhatIsGoneSaysSoAndNothingElse() {
        String roles = "/api/v1/choice-lists/contacts.role";
        TestAnswer list = admin.get(roles).expect(200);
        List<Map<String, Object>> others = list.at("/choices").valueStream()
                .filter(each -> !each.get("code").asString().equals("decisionMaker"))
                .<Map<String, Object>>map(each -> Map.of("code", each.get("code").asString()))
                .toList();
        String own = admin.post(RULES, rule("customers", Map.of(
                "pointing", Map.of("object", "contacts", "attribute", "customer", "condition", "role == 'decisionMaker'"), "remedy", Map.of("kind", "make"))))
                .expect(201).id();
        String customer = customer("远", Map.of());
        assertThat(rules("customers", customer)).contains(own, "contact.decisionMaker");
        assertThat(admin.with("If-Match", "\"" + list.version() + "\"").put(roles, Map.of("choices", others)).expect(422).toString())
                .as("a rule of the company's own is told of").contains("To be done.");

        admin.delete(RULES + "/" + own).expect(204);
        admin.with("If-Match", "\"" + list.version() + "\"").put(roles, Map.of("choices", others)).expect(200);

        assertThat(rules("customers", customer)).doesNotContain("contact.decisionMaker").contains("task.next");
        JsonNode silent = listed("contact.decisionMaker");
        assertThat(silent.get("errors").valueStream().map(each -> each.get("path").asString())).containsExactly("remedy.values.role");
        assertThat(silent.at("/errors/0/message").asString()).isNotBlank();
    }

    @Test
    void aRuleAboutAnObjectThatWasRemovedSaysNothingUntilItIsBack() {
        admin.post("/api/v1/objects", Map.of("path", "c-visits", "label", "Visit")).expect(201);
        admin.post("/api/v1/c-visits/attributes", Map.of("name", "c_customer", "label", "Customer", "type", "reference", "reference", "customers")).expect(201);
        String ofVisits = admin.post(RULES, rule("c-visits", Map.of("condition", "createdAt > daysAgo(1)", "remedy", Map.of("kind", "fill", "attribute", "name"))))
                .expect(201).id();
        String visits = admin.post(RULES, rule("customers", Map.of("pointing", Map.of("object", "c-visits", "attribute", "c_customer"), "remedy", Map.of("kind", "make"))))
                .expect(201).id();
        String customer = customer("远", Map.of());
        assertThat(rules("customers", customer)).contains(visits);

        admin.delete("/api/v1/objects/c-visits").expect(204);

        assertThat(rules("customers", customer)).doesNotContain(visits);
        assertThat(listed(visits).at("/errors/0/path").asString()).isEqualTo("pointing.object");
        assertThat(admin.get(RULES).expect(200).items()).noneMatch(each -> each.get("id").asString().equals(ofVisits));
        admin.post("/api/v1/objects/c-visits/restore", Map.of()).expectOneOf(200, 204);
        assertThat(rules("customers", customer)).contains(visits);
        assertThat(listed(ofVisits).get("errors")).isEmpty();
    }

    @Test
    void onlyWhoSetsUpAnObjectHasToDoWithItsRules() {
        TestClient reader = company.person("reader");
        String role = admin.post("/api/v1/roles", Map.of("name", "tasks", "grants", List.of(
                Map.of("object", "tasks", "rights", List.of("read", "configure"), "read", Map.of("scopes", List.of("all"))),
                Map.of("object", "customers", "rights", List.of("read", "edit"), "read", Map.of("scopes", List.of("all")), "write", Map.of("scopes", List.of("all")),
                        "attributes", Map.of("phone", "read"))))).expect(201).id();
        admin.put("/api/v1/users/" + reader.person() + "/roles", Map.of("roles", List.of(role))).expect(200);
        Map<String, Object> own = rule("customers", Map.of("condition", "createdAt > daysAgo(1)", "remedy", Map.of("kind", "fill", "attribute", "email")));
        String mail = admin.post(RULES, own).expect(201).id();

        reader.post(RULES, own).expect(403);
        reader.post(RULES + "/trial", own).expect(403);
        reader.get(RULES + "/" + mail).expect(404);
        reader.get(RULES + "/customer.phone").expect(404);
        reader.with("If-Match", "\"1\"").put(RULES + "/" + mail, own).expect(404);
        reader.delete(RULES + "/" + mail).expect(404);
        assertThat(reader.get(RULES).expect(200).items()).allSatisfy(each -> assertThat(each.get("object").asString()).isEqualTo("tasks"));
        // They hear of what they could do, and of nothing else.
        assertThat(told(reader, "customers", customer("远", Map.of()))).extracting(each -> each.get("rule").asString()).containsExactly(mail);
    }

    @Test
    void aCommandIsAdvisedAsLongAsItIsOfferedAndRecordsAreNoValues() {
        String convert = admin.post(RULES, rule("leads", Map.of("condition", "createdAt > daysAgo(1)", "remedy", Map.of("kind", "run", "command", "convert")))).expect(201).id();
        String lead = admin.post("/api/v1/leads", Map.of("name", "线索", "company", "远山")).expect(201).id();
        assertThat(told(admin, "leads", lead).getFirst().at("/way/command").asString()).isEqualTo("convert");
        assertThat(rules("leads", lead)).contains(convert);

        assertThat(admin.post(RULES, rule("customers", Map.of(
                "pointing", Map.of("object", "tasks", "attribute", "customer"),
                "remedy", Map.of("kind", "make", "values", Map.of("owner", to(admin.person()), "state", "nonsense"))))).expect(422).error("remedy.values.owner")).isNotNull();
    }

    @Test
    void thereIsAnEndToHowManyThereAre() {
        Map<String, Object> body = rule("products", Map.of("condition", "createdAt > daysAgo(1)", "remedy", Map.of("kind", "fill", "attribute", "name")));
        for (int i = 0; i < 30; i++) {
            admin.post(RULES, body).expect(201);
        }
        admin.post(RULES, body).expect(422);
    }
}
