package io.keyuan.engine.assign;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The company says by rules who gets what. */
class AssignmentRulesTest {

    private static final String RULES = "/api/v1/assignment-rules";

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient client = company.administrator();
    private final Assigner admin = new Assigner(client);
    private final TestClient lin = company.person("lin");
    private final TestClient wang = company.person("wang");

    private Map<String, Object> rule(String method, Object... more) {
        Map<String, Object> rule = new HashMap<>(Map.of(
                "object", "customers", "name", "规则", "method", method, "automatic", true, "people", List.of(lin.person(), wang.person())));
        for (int i = 0; i < more.length; i += 2) {
            rule.put((String) more[i], more[i + 1]);
        }
        return rule;
    }

    @Test
    void newRecordsComeToPeopleInTurn() {
        admin.rule(rule("round-robin"));

        List<String> owners = List.of("甲", "乙", "丙", "丁").stream()
                .map(name -> admin.owner("customers", admin.make("customers", Map.of("name", name), null)))
                .toList();

        assertThat(owners).containsExactly(lin.person(), wang.person(), lin.person(), wang.person());
        admin.customers(100, "批量", null);
        assertThat(admin.owned("customers", lin.person())).isEqualTo(52);
        assertThat(admin.owned("customers", wang.person())).isEqualTo(52);
    }

    @Test
    void whoIsNamedKeepsItAndWhatNoRuleKnowsIsWhoMadeIts() {
        admin.rule(rule("round-robin", "condition", "grade == 'a' && region == '华东'"));

        String named = admin.make("customers", Map.of("name", "甲", "grade", "a", "region", "华东"), wang.person());
        String matching = admin.make("customers", Map.of("name", "乙", "grade", "a", "region", "华东"), null);
        String other = admin.make("customers", Map.of("name", "丙", "grade", "b"), null);

        assertThat(admin.owner("customers", named)).isEqualTo(wang.person());
        assertThat(admin.owner("customers", matching)).isEqualTo(lin.person());
        assertThat(admin.owner("customers", other)).isEqualTo(client.person());
    }

    @Test
    void aRuleAsksWhatItsMakerMaySeeNotWhoeverMakesTheRecord() {
        String parent = admin.make("customers", Map.of("name", "集团", "region", "华东"), null);
        admin.rule(rule("round-robin", "object", "contacts", "condition", "customer.region == '华东'", "people", List.of(wang.person())));
        client.post("/api/v1/customers/" + parent + "/assign", Map.of("to", lin.person())).expect(200);

        TestAnswer made = lin.post("/api/v1/contacts", Map.of("name", "陈", "customer", Map.of("id", parent))).expect(201);

        assertThat(made.text("/owner/id")).isEqualTo(wang.person());
    }

    @Test
    void whatIsAmountedIsComparedByWorth() {
        admin.rule(rule("round-robin", "object", "opportunities", "condition", "amount > 1000 && stage == 'prospecting'"));

        String large = admin.make("opportunities", Map.of("title", "大", "amount", Map.of("amount", "5000", "currency", "CNY")), null);
        String small = admin.make("opportunities", Map.of("title", "小", "amount", Map.of("amount", "500", "currency", "CNY")), null);

        assertThat(admin.owner("opportunities", large)).isEqualTo(lin.person());
        assertThat(admin.owner("opportunities", small)).isEqualTo(client.person());
    }

    @Test
    void whoHasLeastGetsTheNextUpToWhatTheyMayHave() {
        admin.customers(3, "林的", lin.person());
        admin.rule(rule("least-load", "mostOpen", 4));

        admin.customers(6, "新", null);

        assertThat(admin.owned("customers", lin.person())).isEqualTo(4);
        assertThat(admin.owned("customers", wang.person())).isEqualTo(4);
        assertThat(admin.owned("customers", client.person())).as("when nobody may have more").isEqualTo(1);
    }

    @Test
    void aValueSaysWho() {
        admin.rule(rule("by-value", "object", "opportunities", "attribute", "customer.region", "values", List.of(
                Map.of("value", "华东", "person", lin.person()), Map.of("value", "North", "person", wang.person()))));
        String east = admin.make("customers", Map.of("name", "甲", "region", "华东"), null);
        String north = admin.make("customers", Map.of("name", "乙", "region", " north"), null);

        assertThat(admin.owner("opportunities", admin.make("opportunities", Map.of("title", "一", "customer", Map.of("id", east)), null))).isEqualTo(lin.person());
        assertThat(admin.owner("opportunities", admin.make("opportunities", Map.of("title", "二", "customer", Map.of("id", north)), null))).isEqualTo(wang.person());
        assertThat(admin.owner("opportunities", admin.make("opportunities", Map.of("title", "三"), null))).isEqualTo(client.person());
    }

    @Test
    void theMembersOfADepartmentAndThoseBelowItTakeTurnsButForWhoIsDisabled() {
        String sales = client.post("/api/v1/departments", Map.of("name", "销售")).expect(201).id();
        String east = client.post("/api/v1/departments", Map.of("name", "华东", "parent", Map.of("id", sales))).expect(201).id();
        join(lin, sales);
        join(wang, east);
        TestClient gone = company.person("gone");
        join(gone, east);
        client.post("/api/v1/users/" + gone.person() + "/disable", Map.of()).expect(204);
        admin.rule(rule("round-robin", "people", List.of(), "group", Map.of("object", "departments", "id", sales)));

        admin.customers(10, "新", null);

        assertThat(admin.owned("customers", lin.person())).isEqualTo(5);
        assertThat(admin.owned("customers", wang.person())).isEqualTo(5);
    }

    @Test
    void theRowsOfAFileAreGivenByTheRulesToo() {
        admin.rule(rule("round-robin"));
        String upload = client.upload("/api/v1/imports/uploads", "customers.csv", "name\n甲\n乙\n丙\n丁\n").expect(201).header("Location");
        Map<String, Object> map = Map.of("object", "customers", "mode", "create", "columns", Map.of("name", "name"));

        JsonNode job = admin.ended(client.post("/api/v1/imports", Map.of(
                "upload", upload.substring(upload.lastIndexOf('/') + 1), "map", map, "dryRun", false)).expect(202).id());

        assertThat(job.at("/result/created").asInt()).isEqualTo(4);
        assertThat(admin.owned("customers", lin.person())).isEqualTo(2);
        assertThat(admin.owned("customers", wang.person())).isEqualTo(2);
    }

    @Test
    void theTurnOfWhoIsAwayGoesToTheStandIn() {
        String team = client.post("/api/v1/teams", Map.of("name", "突击队", "members", List.of(
                Map.of("person", Map.of("id", lin.person())), Map.of("person", Map.of("id", wang.person()))))).expect(201).id();
        TestClient zhao = company.person("zhao");
        client.post("/api/v1/absences", Map.of(
                "person", Map.of("id", wang.person()), "firstDay", "2020-01-01", "lastDay", "2099-01-01", "standIn", Map.of("id", zhao.person()))).expect(201);
        admin.rule(rule("round-robin", "people", List.of(), "group", Map.of("object", "teams", "id", team)));

        admin.customers(10, "新", null);

        assertThat(admin.owned("customers", lin.person())).isEqualTo(5);
        assertThat(admin.owned("customers", zhao.person())).isEqualTo(5);
        assertThat(admin.owned("customers", wang.person())).isZero();
    }

    private void join(TestClient person, String department) {
        String path = "/api/v1/users/" + person.person();
        client.patch(path, client.get(path).version(), Map.of("department", Map.of("id", department))).expect(200);
    }

    @Test
    void theFirstRuleThatHoldsDecides() {
        String first = admin.rule(rule("round-robin", "condition", "grade == 'a'", "people", List.of(lin.person())));
        String second = admin.rule(rule("round-robin", "people", List.of(wang.person())));
        assertThat(admin.owner("customers", admin.make("customers", Map.of("name", "甲", "grade", "a"), null))).isEqualTo(lin.person());

        client.post(RULES + "/order", Map.of("ids", List.of(second, first))).expect(200);

        assertThat(admin.owner("customers", admin.make("customers", Map.of("name", "乙", "grade", "a"), null))).isEqualTo(wang.person());
        client.post(RULES + "/order", Map.of("ids", List.of(second))).expect(422);
    }

    @Test
    void storedRecordsAreDealtOutByARuleAndALookTellsWhoGetsThem() {
        admin.customers(700, "旧", client.person());
        String id = admin.rule(rule("least-load", "automatic", false));

        JsonNode looked = admin.assignMany("customers", Map.of("filter", "", "rule", id, "dryRun", true));
        JsonNode done = admin.assignMany("customers", Map.of("filter", "", "rule", id));

        assertThat(looked.at("/result/people/" + lin.person()).asInt()).isEqualTo(350);
        assertThat(done.path("result")).isEqualTo(looked.path("result"));
        assertThat(admin.owned("customers", lin.person())).isEqualTo(350);
        assertThat(done.path("title").asString()).contains("规则");
    }

    @Test
    void whatNoRuleKnowsAnybodyForStaysAndIsListed() {
        String id = admin.make("customers", Map.of("name", "甲"), null);
        admin.rule(rule("round-robin", "condition", "grade == 'a'", "automatic", false));

        JsonNode job = admin.assignMany("customers", Map.of("filter", "", "rule", "matching"));

        assertThat(job.at("/result/failed").asInt()).isEqualTo(1);
        assertThat(client.get(job.path("failures").asString()).expect(200).content()).contains(id);
        admin.assign("customers", id, Map.of("rule", "matching")).expect(422);
        client.patch("/api/v1/customers/" + id, 1, Map.of("grade", "a")).expect(200);
        admin.assign("customers", id, Map.of("rule", "matching")).expect(200);
        assertThat(admin.owner("customers", id)).isEqualTo(lin.person());
    }

    @Test
    void aRuleIsWrittenReadChangedAndDeleted() {
        TestAnswer made = client.post(RULES, rule("round-robin", "name", "轮流", "condition", " grade == 'a' ")).expect(201);
        String path = made.header("Location");
        assertThat(client.get(path).expect(200).body()).isEqualTo(made.body());
        assertThat(made.text("/condition")).isEqualTo("grade == 'a'");
        assertThat(made.text("/people/0/title")).isEqualTo("lin");

        client.put(path, rule("least-load")).expect(428);
        TestAnswer changed = client.with("If-Match", "\"1\"").put(path, rule("least-load", "active", false)).expect(200);
        assertThat(changed.version()).isEqualTo(2);
        client.with("If-Match", "\"1\"").put(path, rule("least-load")).expect(412);
        assertThat(admin.owner("customers", admin.make("customers", Map.of("name", "甲"), null))).as("it is switched off").isEqualTo(client.person());

        client.delete(path).expect(204);
        client.get(path).expect(404);
        client.delete(path).expect(404);
        assertThat(client.get(RULES).expect(200).items()).isEmpty();
    }

    @Test
    void whatIsWrongWithARuleIsSaidAllAtOnceAndWhere() {
        TestAnswer refused = client.post(RULES, rule("any", "name", " ", "condition", "grade == 'a' && nonsense", "people", List.of(), "mostOpen", 0)).expect(422);

        assertThat(refused.error("method")).isNotNull();
        assertThat(refused.error("name")).isNotNull();
        assertThat(refused.error("people")).isNotNull();
        assertThat(refused.error("mostOpen")).isNotNull();
        assertThat(Objects.requireNonNull(refused.error("condition")).at("/args/0").asInt()).isEqualTo(17);
        assertThat(client.post(RULES, rule("round-robin", "object", "products")).expect(422).error("object")).isNotNull();
        assertThat(client.post(RULES, rule("by-value", "attribute", "name.x")).expect(422).error("attribute")).isNotNull();
        assertThat(client.post(RULES, rule("round-robin", "people", List.of("01900000-0000-7000-8000-000000000000"))).expect(422).error("people")).isNotNull();
        assertThat(client.post(RULES, rule("round-robin", "group", Map.of("object", "customers", "id", lin.person()))).expect(422).error("group")).isNotNull();
    }

    @Test
    void onlyWhoMayConfigureAnObjectHasToDoWithItsRules() {
        String id = admin.rule(rule("round-robin"));

        lin.post(RULES, rule("round-robin")).expect(403);
        lin.get(RULES + "/" + id).expect(403);
        lin.with("If-Match", "\"1\"").put(RULES + "/" + id, rule("round-robin")).expect(403);
        lin.delete(RULES + "/" + id).expect(403);
        lin.post(RULES + "/order", Map.of("ids", List.of(id))).expect(403);
        assertThat(lin.get(RULES).expect(200).items()).isEmpty();
        company.nobody().get(RULES).expect(401);
    }
}
