package io.keyuan.engine.automation;

import static io.keyuan.engine.automation.RulesAtWork.CUSTOMERS;
import static io.keyuan.engine.automation.RulesAtWork.PATIENCE;
import static io.keyuan.engine.automation.RulesAtWork.RULES;
import static io.keyuan.engine.automation.RulesAtWork.body;
import static io.keyuan.engine.automation.RulesAtWork.set;
import static io.keyuan.engine.automation.RulesAtWork.task;
import static io.keyuan.engine.automation.RulesAtWork.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.mail.MailServerOfTests;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** When something happens and a condition holds, something is done, by the rights of whoever said so. */
class AutomationTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final RulesAtWork rules = new RulesAtWork(admin);

    @Test
    void aNewRecordOfOneKindGetsAnotherThatSaysWhoseItIs() {
        rules.customer("Before the rule", Map.of("source", "exhibition"));
        String rule = rules.rule("customers", when("created"), "source == 'exhibition'", List.of(task("Call {{name}} in {{city|their town}}")));
        String met = rules.customer("云帆", Map.of("source", "exhibition")).id();
        String unmet = rules.customer("Others", Map.of("source", "website")).id();

        assertThat(rules.ended(rule, 2)).containsExactly("unmet", "done");

        JsonNode made = rules.tasks(met).getFirst();
        assertThat(made.get("title").asString()).isEqualTo("Call 云帆 in their town");
        assertThat(made.get("dueDate").asString()).isEqualTo(LocalDate.now(SHANGHAI).plusDays(2).toString());
        assertThat(rules.tasks(unmet)).isEmpty();
        JsonNode told = admin.get("/api/v1/tasks/" + made.get("id").asString() + "/history").expect(200).items().getFirst();
        assertThat(told.get("rule").asString()).isEqualTo("R");
        assertThat(told.at("/by/id").asString()).isEqualTo(admin.person());
        JsonNode step = rules.runs(rule).getLast().at("/steps/0");
        assertThat(step.get("object").asString()).isEqualTo("tasks");
        assertThat(step.get("record").asString()).isEqualTo(made.get("id").asString());
        assertThat(admin.get(RULES + "/" + rule).expect(200).at("/lastAt").isString()).isTrue();
    }

    @Test
    void aChangeOfOneAttributeIsNoChangeOfAnother() {
        String rule = rules.rule("customers", Map.of("kind", "changed", "attributes", List.of("grade")), null, List.of(set("remarks", "graded")));
        TestAnswer customer = rules.customer("A", Map.of());
        long version = admin.patch(CUSTOMERS + "/" + customer.id(), 1, Map.of("city", "Ningbo")).expect(200).version();
        admin.patch(CUSTOMERS + "/" + customer.id(), version, Map.of("grade", "a")).expect(200);

        assertThat(rules.ended(rule, 1)).containsExactly("done");
        assertThat(rules.get(customer.id()).get("remarks").asString()).isEqualTo("graded");
    }

    @Test
    void comingToAStageIsToldToPeopleWhoMaySeeIt() {
        TestClient director = company.person("director");
        admin.put("/api/v1/users/" + director.person() + "/roles", Map.of("roles", List.of(role(List.of("read"), "all")))).expect(200);
        String rule = rules.rule(
                "customers", Map.of("kind", "entered", "attribute", "stage", "option", "dealt"), null,
                List.of(Map.of(
                        "kind", "notify", "text", "{{name}} is won",
                        "to", List.of(Map.of("kind", "user", "id", director.person()), Map.of("kind", "attribute", "attribute", "owner")))));
        TestAnswer customer = rules.customer("海纳", Map.of("stage", "interested"));
        long version = admin.patch(CUSTOMERS + "/" + customer.id(), 1, Map.of("stage", "dealt")).expect(200).version();
        admin.patch(CUSTOMERS + "/" + customer.id(), version, Map.of("city", "Ningbo")).expect(200);

        assertThat(rules.ended(rule, 1)).containsExactly("done");
        for (TestClient told : List.of(director, admin)) {
            List<JsonNode> notifications = told.get("/api/v1/notifications").expect(200).items();
            assertThat(notifications).filteredOn(each -> each.get("kind").asString().equals("automated"))
                    .singleElement().satisfies(each -> {
                        assertThat(each.get("text").asString()).isEqualTo("海纳 is won");
                        assertThat(each.at("/record/id").asString()).isEqualTo(customer.id());
                    });
        }
    }

    private String role(List<String> rights, String scope) {
        Map<String, Object> grant = new HashMap<>(Map.of("object", "customers", "rights", rights));
        for (String right : rights) {
            if (List.of("read", "edit").contains(right)) {
                grant.put(right.equals("read") ? "read" : "write", Map.of("scopes", List.of(scope)));
            }
        }
        return admin.post("/api/v1/roles", Map.of("name", "role " + System.nanoTime(), "grants", List.of(grant))).expect(201).id();
    }

    @Test
    void recordsAreGivenToAPersonOrByRulesOfAssigning() {
        TestClient one = company.person("one");
        TestClient other = company.person("other");
        admin.post("/api/v1/assignment-rules", Map.of(
                "object", "customers", "name", "In turn", "method", "round-robin", "people", List.of(one.person(), other.person()))).expect(201);
        String byRules = rules.rule("customers", Map.of("kind", "entered", "attribute", "grade", "option", "a"), null, List.of(Map.of("kind", "assign")));
        String toOne = rules.rule(
                "customers", Map.of("kind", "entered", "attribute", "grade", "option", "b"), null,
                List.of(Map.of("kind", "assign", "person", Map.of("id", other.person()))));
        List<String> dealt = IntStream.range(0, 4).mapToObj(i -> rules.customer("C" + i, Map.of("grade", "a")).id()).toList();
        String given = rules.customer("D", Map.of("grade", "b")).id();

        rules.ended(byRules, 4);
        rules.ended(toOne, 1);
        assertThat(dealt).extracting(id -> rules.get(id).at("/owner/id").asString())
                .containsExactlyInAnyOrder(one.person(), one.person(), other.person(), other.person());
        assertThat(rules.get(given).at("/owner/id").asString()).isEqualTo(other.person());
    }

    @Test
    void rulesThatSetEachOtherOffRunOnceForARecord() {
        String first = rules.rule("customers", Map.of("kind", "changed", "attributes", List.of("city")), null,
                List.of(Map.of("kind", "set", "values", List.of(Map.of("attribute", "region", "text", "{{city}}!")))));
        String second = rules.rule("customers", Map.of("kind", "changed", "attributes", List.of("region")), null,
                List.of(Map.of("kind", "set", "values", List.of(Map.of("attribute", "city", "text", "{{region}}?")))));
        TestAnswer customer = rules.customer("A", Map.of());
        admin.patch(CUSTOMERS + "/" + customer.id(), 1, Map.of("city", "x")).expect(200);

        rules.ended(first, 1);
        rules.ended(second, 1);
        rules.settle();
        assertThat(rules.states(first)).containsExactly("done");
        assertThat(rules.states(second)).containsExactly("done");
        assertThat(rules.get(customer.id()).get("city").asString()).isEqualTo("x!?");
    }

    @Test
    void aRuleThatMakesWhatItFollowsIsCut() {
        String rule = rules.rule("customers", when("created"), null, List.of(Map.of("kind", "create", "object", "customers",
                "values", List.of(Map.of("attribute", "name", "text", "{{name}}+")))));
        rules.customer("A");

        assertThat(rules.ended(rule, NoticedRuns.DEEPEST + 2)).startsWith("cut").filteredOn("done"::equals).hasSize(NoticedRuns.DEEPEST + 1);
        assertThat(rules.runs(rule).getFirst().at("/steps/0/errors/0/code").asString()).isEqualTo("automation-too-deep");
        rules.settle();
        assertThat(rules.runs(rule)).hasSize(NoticedRuns.DEEPEST + 2);
    }

    @Test
    void aRuleReachesWhatItsOwnerReaches() {
        TestClient keeper = company.person("keeper");
        admin.put("/api/v1/users/" + keeper.person() + "/roles",
                Map.of("roles", List.of(role(List.of("read", "create", "edit", "configure"), "own")))).expect(200);
        var theirs = new RulesAtWork(keeper);
        String rule = theirs.rule("customers", Map.of("kind", "changed", "attributes", List.of("city")), null,
                List.of(set("remarks", "seen"), Map.of("kind", "create", "object", "customers", "values", List.of(Map.of("attribute", "name", "value", "Made")))));
        TestAnswer hidden = rules.customer("Of the administrator", Map.of());
        TestAnswer own = theirs.customer("Of the keeper", Map.of());
        admin.patch(CUSTOMERS + "/" + hidden.id(), 1, Map.of("city", "Ningbo")).expect(200);
        admin.patch(CUSTOMERS + "/" + own.id(), 1, Map.of("city", "Ningbo")).expect(200);

        assertThat(theirs.ended(rule, 2)).as(theirs.runs(rule).toString()).containsExactly("done", "hidden");
        assertThat(rules.get(hidden.id()).has("remarks")).isFalse();
        assertThat(rules.get(own.id()).get("remarks").asString()).isEqualTo("seen");
        assertThat(theirs.runs(rule).getLast().at("/record").has("title") && !theirs.runs(rule).getLast().at("/record/title").isNull()).isFalse();

        String noMore = role(List.of("read", "configure"), "own");
        admin.put("/api/v1/users/" + keeper.person() + "/roles", Map.of("roles", List.of(noMore))).expect(200);
        admin.patch(CUSTOMERS + "/" + own.id(), rules.get(own.id()).get("version").asLong(), Map.of("city", "Wuhu", "remarks", "")).expect(200);
        assertThat(theirs.ended(rule, 3)).startsWith("failed");
        JsonNode step = theirs.runs(rule).getFirst().at("/steps");
        assertThat(step.size()).as("nothing follows what did not work").isEqualTo(1);
        assertThat(step.at("/0/errors/0/message").asString()).isNotEmpty();
        assertThat(admin.get(RULES + "/" + rule).expect(200).at("/failedAt").isString()).isTrue();
    }

    @Test
    void aRuleWhoseOwnerIsGoneWaitsForSomebodyToTakeItOver() {
        TestClient keeper = company.person("keeper");
        admin.put("/api/v1/users/" + keeper.person() + "/roles", Map.of("roles", List.of(role(List.of("read", "edit", "configure"), "all")))).expect(200);
        var theirs = new RulesAtWork(keeper);
        String rule = theirs.rule("customers", when("created"), null, List.of(set("remarks", "seen")));
        admin.post("/api/v1/users/" + keeper.person() + "/disable", Map.of()).expect(204);
        String customer = rules.customer("A");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(admin.get(RULES + "/" + rule).expect(200).text("/paused")).isEqualTo("owner-gone"));
        assertThat(rules.states(rule)).containsExactly("waiting");
        TestAnswer kept = admin.get(RULES + "/" + rule).expect(200);
        admin.with("If-Match", "\"" + kept.at("/version").asLong() + "\"").put(RULES + "/" + rule, kept.body()).expect(200);

        assertThat(rules.ended(rule, 1)).containsExactly("done");
        assertThat(rules.get(customer).get("remarks").asString()).isEqualTo("seen");
        assertThat(admin.get(RULES + "/" + rule).expect(200).text("/owner/id")).isEqualTo(admin.person());
    }

    @Test
    void whatDoesNotWorkForOneRecordWorksForTheOthers() {
        rules.customer("Taken", Map.of("number", "N-B"));
        String rule = rules.rule("customers", when("created"), null, List.of(
                Map.of("kind", "set", "values", List.of(Map.of("attribute", "number", "text", "N-{{city}}"))), set("remarks", "numbered")));
        List<Map<String, Object>> rows = List.of(Map.of("name", "A", "city", "A"), Map.of("name", "B", "city", "B"), Map.of("name", "C", "city", "C"));
        admin.post(CUSTOMERS + "/batch", Map.of("create", rows)).expect(200);

        assertThat(rules.ended(rule, 3)).containsExactly("done", "failed", "done");
        assertThat(rules.runs(rule).get(1).at("/steps/0/errors/0/code").asString()).isEqualTo("duplicate");
        assertThat(admin.get(CUSTOMERS + "?filter=" + TestClient.encoded("remarks == 'numbered'")).expect(200).items()).hasSize(2);
    }

    @Test
    void aFileOfTwoThousandRowsMakesARuleRunOnceForEach() {
        String rule = rules.rule("customers", when("created"), null, List.of(task("Call {{name}}")));
        String file = IntStream.range(0, 2_000).mapToObj(i -> "Row " + i).collect(java.util.stream.Collectors.joining("\n", "name\n", "\n"));
        String job = bring(file, "now");

        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            assertThat(admin.get("/api/v1/jobs/" + job).expect(200).text("/state")).isEqualTo("done");
            assertThat(tasks()).isEqualTo(2_000);
        });
        rules.settle();
        assertThat(tasks()).isEqualTo(2_000);
        assertThat(admin.get(RULES + "/" + rule).expect(200).at("/waiting").asInt()).isZero();
        assertThat(admin.get(RULES + "/" + rule + "/runs?state=failed").expect(200).items()).isEmpty();
    }

    private String bring(String file, String automation) {
        String upload = admin.upload("/api/v1/imports/uploads", "customers.csv", file).expect(201).id();
        Map<String, Object> map = Map.of("object", "customers", "columns", Map.of("name", Map.of("field", "name")));
        return admin.post("/api/v1/imports", Map.of("upload", upload, "map", map, "dryRun", false, "automation", automation)).expect(202).id();
    }

    @Test
    void anImportMayHaveRulesWaitUntilSomebodyLetsThemGo() {
        String rule = rules.rule("customers", when("created"), null, List.of(task("Call {{name}}")));
        bring("name\nA\nB\nC\n", "later");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(admin.get(RULES + "/" + rule).expect(200).at("/held").asInt()).isEqualTo(3));
        rules.settle();
        assertThat(tasks()).isZero();

        assertThat(admin.post(RULES + "/" + rule + "/release", Map.of()).expect(200).at("/count").asInt()).isEqualTo(3);
        assertThat(rules.ended(rule, 3)).containsOnly("done");
        assertThat(tasks()).isEqualTo(3);
        assertThat(admin.post(RULES + "/" + rule + "/release", Map.of()).expect(200).at("/count").asInt()).isZero();
    }

    @Test
    void anotherProgramIsToldByAWebhookThatAnAdministratorHasSettled() {
        String webhook = admin.post("/api/v1/webhooks", Map.of("name", "ERP", "url", "https://erp.example.com/", "objects", List.of("competitors")))
                .expect(201).id();
        String rule = rules.rule("customers", when("created"), null, List.of(Map.of("kind", "webhook", "webhook", Map.of("id", webhook))));
        String customer = rules.customer("A");

        assertThat(rules.ended(rule, 1)).containsExactly("done");
        JsonNode delivery = admin.get("/api/v1/webhooks/" + webhook + "/deliveries").expect(200).items().getFirst();
        assertThat(delivery.get("type").asString()).isEqualTo("customers.automation");
        assertThat(delivery.get("body").asString()).contains(customer).contains("\"rule\":\"R\"");
        TestClient keeper = company.person("keeper");
        admin.put("/api/v1/users/" + keeper.person() + "/roles", Map.of("roles", List.of(role(List.of("read", "configure"), "all")))).expect(200);
        keeper.post(RULES, body("customers", when("created"), null, List.of(Map.of("kind", "webhook", "webhook", Map.of("id", webhook))))).expect(422);
    }

    @Test
    void aLetterGoesToTheAddressThatTheRecordHasAndIsSentOnce() throws Exception {
        Map<String, Object> letter = Map.of(
                "kind", "mail", "address", "{{email}}", "subject", "{{name}},\r\nBcc: everybody@example.com", "text", "Dear {{name}},\nthank you. {{city|}}");
        String rule = rules.rule("customers", when("created"), null, List.of(letter));
        rules.customer("Before there is mail", Map.of("email", "early@example.com"));
        assertThat(rules.ended(rule, 1)).containsExactly("failed");

        try (var server = MailServerOfTests.start().of(admin)) {
            rules.customer("云帆", Map.of("email", "lin@yunfan.example", "city", "宁波"));
            rules.customer("No address");

            assertThat(rules.ended(rule, 3)).containsExactlyInAnyOrder("failed", "done", "failed");
            MimeMessage sent = server.await(1).getFirst();
            assertThat(sent.getAllRecipients()).extracting(Object::toString).containsExactly("lin@yunfan.example");
            assertThat(sent.getSubject()).isEqualTo("云帆, Bcc: everybody@example.com");
            assertThat(String.valueOf(sent.getContent())).contains("Dear 云帆,").contains("thank you. 宁波");
            JsonNode shown = admin.post(RULES + "/" + rule + "/dry-run", Map.of()).expect(200).body();
            assertThat(shown.toString()).contains("lin@yunfan.example").contains("no-address");
            assertThat(server.letters()).as("what is only tried is not sent").hasSize(1);
        }
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("kind", "mail", "subject", "S", "text", "T"), Map.of("kind", "mail", "address", "nowhere", "subject", "S", "text", "T"),
                Map.of("kind", "mail", "address", "{{nothing}}", "subject", "S", "text", "T"), Map.of("kind", "mail", "address", "a@b.example", "text", "T"))) {
            admin.post(RULES, body("customers", when("created"), null, List.of(wrong))).expect(422);
        }
    }

    private int tasks() {
        return admin.get("/api/v1/tasks?limit=1&count=exact").expect(200).at("/count/value").asInt();
    }

    @Test
    void aDryRunTellsWhatWouldBecomeOfWhatChangedLastAndChangesNothing() {
        TestAnswer met = rules.customer("海纳", Map.of("grade", "a"));
        rules.customer("Others", Map.of("grade", "b"));
        Map<String, Object> rule = body("customers", when("created"), "grade == 'a'", List.of(
                set("remarks", "seen"), task("Call {{name}}"),
                Map.of("kind", "notify", "text", "{{name}}", "to", List.of(Map.of("kind", "attribute", "attribute", "owner")))));

        JsonNode shown = admin.post(RULES + "/dry-run", rule).expect(200).body();

        assertThat(shown.get("looked").asInt()).isEqualTo(2);
        assertThat(shown.get("met").asInt()).isEqualTo(1);
        assertThat(shown.at("/items/0/record/title").asString()).isEqualTo("海纳");
        assertThat(shown.at("/items/0/steps/0/values/remarks").asString()).isEqualTo("seen");
        assertThat(shown.at("/items/0/steps/1/values/title").asString()).isEqualTo("Call 海纳");
        assertThat(shown.at("/items/0/steps/2/text").asString()).isEqualTo("海纳");
        assertThat(rules.get(met.id()).get("version").asLong()).isEqualTo(1);
        assertThat(tasks()).isZero();
        assertThat(admin.get("/api/v1/notifications").expect(200).items()).isEmpty();
        String kept = admin.post(RULES, rule).expect(201).id();
        assertThat(admin.post(RULES + "/" + kept + "/dry-run", Map.of()).expect(200).at("/met").asInt()).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsRefusedWithAllThatIsWrong() {
        TestAnswer refused = admin.post(RULES, Map.of(
                "object", "customers", "name", " ", "trigger", Map.of("kind", "entered", "attribute", "name", "option", "x"),
                "condition", "grade == 'a' &&",
                "actions", List.of(
                        set("createdAt", "2026-01-01T00:00:00Z"), set("grade", "zz"), Map.of("kind", "burn"),
                        Map.of("kind", "create", "object", "nonsense", "values", List.of()),
                        Map.of("kind", "notify", "text", "{{nam}} {{#lines}}", "to", List.of(Map.of("kind", "user", "id", "nobody")))))).expect(422);

        assertThat(refused.error("name")).isNotNull();
        assertThat(refused.error("trigger.attribute")).isNotNull();
        assertThat(code(refused, "condition")).isEqualTo("syntax");
        assertThat(code(refused, "actions[0].values[0]")).isEqualTo("not-writable");
        assertThat(code(refused, "actions[1].values[0]")).isEqualTo("not-choice");
        assertThat(refused.error("actions[2]")).isNotNull();
        assertThat(refused.error("actions[3].object")).isNotNull();
        assertThat(code(refused, "actions[4].text")).isEqualTo("text-field-unknown-near");
        assertThat(refused.error("actions[4].to")).isNotNull();
        admin.post(RULES, body("customers", when("created"), "name == '" + "x".repeat(20_000) + "'", List.of(set("remarks", "x")))).expect(422);
        admin.post(RULES, body("customers", when("created"), null, List.of(set("remarks", "\u0000")))).expect(422);
        admin.post(RULES, body("customers", when("created"), null, List.of())).expect(422);
        admin.post(RULES, body("nonsense", when("created"), null, List.of(set("remarks", "x")))).expect(422);
    }

    private static String code(TestAnswer refused, String path) {
        return Objects.requireNonNull(refused.error(path), path).get("code").asString();
    }

    @Test
    void whoMayNotSetUpAnObjectSeesNoneOfItsRules() {
        String rule = rules.rule("customers", when("created"), null, List.of(set("remarks", "x")));
        TestClient person = company.person("person");

        person.post(RULES, body("customers", when("created"), null, List.of(set("remarks", "x")))).expect(403);
        person.post(RULES + "/dry-run", body("customers", when("created"), null, List.of(set("remarks", "x")))).expect(403);
        assertThat(person.get(RULES).expect(200).items()).isEmpty();
        person.get(RULES + "/" + rule).expect(404);
        person.get(RULES + "/" + rule + "/runs").expect(404);
        person.post(RULES + "/" + rule + "/dry-run", Map.of()).expect(404);
        person.delete(RULES + "/" + rule).expect(404);
        TestAnswer kept = admin.get(RULES + "/" + rule).expect(200);
        admin.put(RULES + "/" + rule, kept.body()).expect(428);
        admin.with("If-Match", "\"7\"").put(RULES + "/" + rule, kept.body()).expect(412);
    }

    @Test
    void oneThatIsSwitchedOffDoesNothingAndMissesNothingOfWhatItIsNotMeantFor() {
        String rule = rules.rule("customers", when("created"), null, List.of(set("remarks", "seen")));
        TestAnswer kept = admin.get(RULES + "/" + rule).expect(200);
        Map<String, Object> off = new HashMap<>(Map.of("name", "R", "active", false));
        off.put("trigger", kept.at("/trigger"));
        off.put("actions", kept.at("/actions"));
        admin.with("If-Match", "\"1\"").put(RULES + "/" + rule, off).expect(200);
        rules.customer("Meanwhile");
        off.put("active", true);
        admin.with("If-Match", "\"2\"").put(RULES + "/" + rule, off).expect(200);
        rules.customer("Afterwards");

        assertThat(rules.ended(rule, 1)).containsExactly("done");
        rules.settle();
        assertThat(rules.runs(rule)).hasSize(1);
    }
}
