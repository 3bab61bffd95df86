package io.keyuan.engine.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What one company has set up is taken along by another as a file. */
class ConfigurationTest {

    private static final String FILE = "/api/v1/configuration";

    private static final TestTenant HERE = RunningProgram.freshTenant();
    private static final TestClient ADMIN = HERE.administrator();

    /** One of everything that is set up. */
    @BeforeAll
    static void settle() {
        people(HERE);
        ADMIN.patch("/api/v1/settings", Map.of("fiscalYearStart", 4, "baseCurrency", "EUR", "dateFormat", "dots")).expect(200);
        ADMIN.patch("/api/v1/settings", Map.of("name", "明德医疗", "letterhead", Map.of("legalName", "上海明德医疗器械有限公司", "taxNumber", "91310000MA1K0LF71A"))).expect(200);
        ADMIN.patch("/api/v1/settings/sign-in", Map.of("idleMinutes", 45)).expect(200);
        ADMIN.post("/api/v1/settings/holidays", Map.of("days", List.of(
                Map.of("day", "2026-10-01", "name", "国庆节"), Map.of("day", "2026-10-10", "name", "补班", "worked", true)))).expect(200);
        ADMIN.post("/api/v1/objects", Map.of(
                "path", "c-machines", "labels", Map.of("zh-CN", "设备", "en", "Machine"), "stages", List.of("Running", "In repair"), "icon", "package")).expect(201);
        ADMIN.post("/api/v1/customers/attributes", Map.of("name", "c_points", "label", "Points", "type", "number")).expect(201);
        // What it is made of comes behind it in the file.
        ADMIN.post("/api/v1/customers/attributes", Map.of("name", "c_double", "label", "Double", "type", "number", "formula", "c_points * 2")).expect(201);
        ADMIN.post("/api/v1/c-machines/attributes", Map.of(
                "name", "c_customer", "label", "Customer", "type", "reference", "reference", "customers")).expect(201);
        ADMIN.post("/api/v1/customers/attributes", Map.of("name", "c_machines", "label", "Machines", "rollUp", Map.of(
                "object", "c-machines", "reference", "c_customer", "function", "count"))).expect(201);
        String east = named(HERE, "teams", "华东");
        String sales = named(HERE, "departments", "销售部");
        String lin = named(HERE, "users", "林悦");
        String role = ADMIN.post("/api/v1/roles", Map.of("name", "外勤", "grants", List.of(Map.of(
                "object", "customers", "rights", List.of("read", "edit"), "read", Map.of("scopes", List.of("own", "departments"), "departments", List.of(sales)),
                "write", Map.of("scopes", List.of("own")), "attributes", Map.of("phone", "masked", "c_points", "read"))))).expect(201).id();
        ADMIN.post("/api/v1/sharing-rules", Map.of("object", "customers", "name", "大客户", "condition", "c_points > 100", "targets", List.of(
                Map.of("kind", "team", "id", east), Map.of("kind", "user", "id", lin)))).expect(201);
        ADMIN.post("/api/v1/assignment-rules", Map.of(
                "object", "customers", "name", "轮流", "method", "round-robin", "group", Map.of("object", "teams", "id", east))).expect(201);
        ADMIN.post("/api/v1/assignment-rules", Map.of(
                "object", "leads", "name", "按地区", "method", "by-value", "attribute", "source",
                "values", List.of(Map.of("value", "website", "person", lin)))).expect(201);
        ADMIN.post("/api/v1/automation-rules", Map.of(
                "object", "customers", "name", "告诉林悦", "trigger", Map.of("kind", "changed", "attributes", List.of("c_points")), "condition", "c_double > 10",
                "actions", List.of(
                        Map.of("kind", "notify", "to", List.of(Map.of("kind", "user", "id", lin), Map.of("kind", "attribute", "attribute", "owner")), "text", "{{name}}"),
                        Map.of("kind", "assign", "person", Map.of("id", lin))))).expect(201);
        ADMIN.post("/api/v1/advice-rules", Map.of(
                "object", "customers", "reasons", Map.of("zh-CN", "九十天没有设备", "en", "No machine"), "action", "Add one",
                "pointing", Map.of("object", "c-machines", "attribute", "c_customer", "condition", "createdAt > daysAgo(90)"),
                "remedy", Map.of("kind", "make", "values", Map.of("name", "New")))).expect(201);
        ADMIN.with("If-Match", "\"0\"").put("/api/v1/advice-rules/task.late", Map.of("active", false)).expect(200);
        TestAnswer grades = ADMIN.get("/api/v1/choice-lists/customers.grade").expect(200);
        List<Map<String, Object>> lines = new ArrayList<>(grades.at("/choices").valueStream().<Map<String, Object>>map(each -> Map.of("code", each.path("code").asString())).toList());
        lines.addFirst(Map.of("code", "s", "labels", Map.of("zh-CN", "战略客户"), "color", "jade"));
        ADMIN.with("If-Match", "\"" + grades.version() + "\"").put("/api/v1/choice-lists/customers.grade", Map.of("choices", lines)).expect(200);
        ADMIN.with("If-Match", "\"1\"").put("/api/v1/choice-lists/customers.source/dependency", Map.of(
                "attribute", "grade", "fits", Map.of("s", List.of("referral")))).expect(200);
        ADMIN.with("If-Match", "\"0\"").put("/api/v1/numbering", Map.of("object", "customers", "format", "KH{yyyy}{0000}", "restart", "yearly")).expect(200);
        ADMIN.with("If-Match", "\"0\"").put("/api/v1/customers/layouts", Map.of(
                "kind", "grade",
                "layouts", List.of(Map.of("kind", "s", "role", Map.of("id", role), "sections", List.of(
                        Map.of("key", "first", "labels", Map.of("zh-CN", "最重要"), "attributes", List.of("name", "c_points", "phone"))))),
                "rules", List.of(Map.of("attribute", "phone", "requiredWhen", "grade == 's'")))).expect(200);
        ADMIN.put("/api/v1/settings/mail", Map.of(
                "host", "mail.example", "port", 587, "security", "starttls", "user", "crm", "password", "nobody reads this", "fromAddress", "crm@mail.example",
                "publicAddress", "https://crm.example")).expect(200);
        ADMIN.post("/api/v1/identity-providers", Map.of(
                "enabled", false, "label", "公司账号", "issuer", "https://id.example", "clientId", "keyuan", "clientSecret", "nor this", "makesPeople", true,
                "groupsClaim", "groups", "defaultRole", "sales-manager", "roles", List.of(Map.of("group", "field", "role", role)))).expect(201);
        ADMIN.post("/api/v1/webhooks", Map.of("name", "ERP", "url", "https://erp.example/hook", "objects", List.of("customers"), "active", false)).expect(201);
        ADMIN.put("/api/v1/customers/duplicates/standing", Map.of("onSave", "refuse")).expectOneOf(200, 204);
        ADMIN.post("/api/v1/views", Map.of(
                "object", "customers", "name", "高分", "filter", "c_points > 5", "columns", List.of("name", "c_points"), "sharedWith", List.of(east),
                "firstFor", List.of(role))).expect(201);
        ADMIN.post("/api/v1/views", Map.of("object", "customers", "name", "只有我")).expect(201);
    }

    /** Who is named in it is there by the same names in every installation. */
    private static void people(TestTenant company) {
        TestClient admin = company.administrator();
        admin.post("/api/v1/users", Map.of("name", "林悦", "login", "lin")).expect(201);
        admin.post("/api/v1/teams", Map.of("name", "华东")).expect(201);
        admin.post("/api/v1/departments", Map.of("name", "销售部")).expect(201);
    }

    private static String named(TestTenant company, String objects, String name) {
        return company.administrator().get("/api/v1/" + objects + "?filter=" + TestClient.encoded("name == '" + name + "'")).items().getFirst().path("id").asString();
    }

    private static String file(TestClient client) {
        return client.get(FILE).expect(200).content();
    }

    private static TestAnswer preview(TestClient client, String file, boolean remove) {
        return client.post(FILE + "/preview", Map.of("file", file, "remove", remove));
    }

    private static TestAnswer apply(TestClient client, String file, boolean remove) {
        String state = preview(client, file, remove).expect(200).text("/state");
        return client.post(FILE + "/apply", Map.of("file", file, "remove", remove, "state", state));
    }

    private static List<String> told(TestAnswer answer) {
        return answer.items().stream().map(item -> item.path("change").asString() + " " + item.path("part").asString() + " " + item.path("key").asString()).toList();
    }

    @Test
    void anotherCompanyComesToHaveTheSame() {
        TestTenant there = RunningProgram.freshTenant();
        people(there);
        TestClient admin = there.administrator();
        admin.patch("/api/v1/settings", Map.of("letterhead", Map.of("bank", "of another company"))).expect(200);
        String file = file(ADMIN);

        String before = file(admin);
        List<String> foreseen = told(preview(admin, file, false).expect(200));
        assertThat(file(admin)).as("nothing becomes of a preview").isEqualTo(before);
        assertThat(admin.get("/api/v1/customers/attributes").items()).isEmpty();

        TestAnswer applied = apply(admin, file, false).expect(200);

        assertThat(told(applied)).isEqualTo(foreseen).contains(
                "changed company settings", "changed letterhead settings", "changed sign-in settings", "added holidays 2026-10-01", "added objects c-machines", "added fields customers.c_double",
                "added roles 外勤", "added sharing-rules customers: 大客户", "added assignment-rules leads: 按地区", "added automation customers: 告诉林悦", "added advice customers: No machine", "added advice task.late",
                "added views customers: 高分", "added webhooks ERP", "added mail server", "added identity-providers https://id.example keyuan", "added choices customers.grade", "added choices customers.source", "added choices c-machines.stage",
                "added numbering customers", "added layouts customers", "changed duplicates customers").doesNotContain("added views customers: 只有我");
        assertThat(file(admin)).isEqualTo(file).doesNotContain("nobody reads this", "nor this", "crm.example");
        assertThat(told(preview(admin, file, true).expect(200))).as("done once, it is done").isEmpty();
        // It is not only said but works.
        TestAnswer customer = admin.post("/api/v1/customers", Map.of("name", "云帆", "c_points", 4)).expect(201);
        assertThat(customer.at("/c_double").decimalValue()).isEqualByComparingTo("8");
        assertThat(admin.get("/api/v1/audit?kind=configuration-applied").expect(200).items()).hasSize(1);
    }

    @Test
    void aChangeIsToldValueByValueAndOnlyWhatIsNamedIsTouched() {
        TestTenant there = RunningProgram.freshTenant();
        TestClient admin = there.administrator();
        admin.post("/api/v1/customers/attributes", Map.of("name", "c_points", "label", "Points", "type", "number")).expect(201);
        admin.post("/api/v1/customers/attributes", Map.of("name", "c_rest", "label", "Rest", "type", "text")).expect(201);
        String file = """
                keyuan: 1
                fields:
                  customers.c_points:
                    type: number
                    required: true
                    labels: {zh-CN: 积分}
                """;

        TestAnswer kept = preview(admin, file, false).expect(200);
        assertThat(told(kept)).containsExactly("changed fields customers.c_points", "kept fields customers.c_rest");
        assertThat(kept.items().getFirst().path("differences").valueStream().map(JsonNode::toString)).anySatisfy(difference ->
                assertThat(difference).contains("\"path\":\"required\"", "\"here\":false", "\"there\":true"));
        assertThat(told(preview(admin, file, true).expect(200))).containsExactly("changed fields customers.c_points", "removed fields customers.c_rest");

        apply(admin, file, true).expect(200);

        assertThat(admin.get("/api/v1/customers/attributes").items()).filteredOn(each -> each.path("removedAt").isNull()).singleElement()
                .satisfies(each -> assertThat(each.path("required").asBoolean()).isTrue());
        assertThat(admin.get("/api/v1/roles").items()).as("of what the file does not speak nothing goes").hasSizeGreaterThan(5);
    }

    @Test
    void passwordsStayWithTheirServerAndAreNotInFiles() {
        TestClient admin = RunningProgram.freshTenant().administrator();
        String mail = "/api/v1/settings/mail";
        admin.put(mail, Map.of("host", "mail.example", "port", 587, "security", "starttls", "user", "crm", "password", "secret", "fromAddress", "crm@mail.example",
                "publicAddress", "https://crm.example")).expect(200);

        apply(admin, "keyuan: 1\nmail: {}\n", false).expect(200);
        assertThat(admin.get(mail).at("/configured").asBoolean()).as("what a file does not speak of stays").isTrue();
        String server = "keyuan: 1\nmail:\n  server: {host: %s, port: 587, security: starttls, user: crm, fromAddress: sales@mail.example%s}\n";
        apply(admin, server.formatted("mail.example", ""), false).expect(200);
        assertThat(admin.get(mail).text("/fromAddress")).isEqualTo("sales@mail.example");
        assertThat(admin.get(mail).at("/hasPassword").asBoolean()).isTrue();
        apply(admin, server.formatted("other.example", ""), false).expect(200);
        assertThat(admin.get(mail).at("/hasPassword").asBoolean()).as("no other server is told a password").isFalse();
        assertThat(admin.get(mail).text("/publicAddress")).isEqualTo("https://crm.example");

        assertThat(told(preview(admin, server.formatted("mail.example", ", password: secret"), false).expect(200))).containsExactly("refused mail server");
        String provider = "keyuan: 1\nidentity-providers:\n  https://id.example keyuan: {label: A, issuer: 'https://id.example', clientId: %s%s}\n";
        assertThat(told(preview(admin, provider.formatted("keyuan", ", enabled: true"), false).expect(200))).containsExactly("refused identity-providers https://id.example keyuan");
        assertThat(told(preview(admin, provider.formatted("another", ""), false).expect(200))).containsExactly("refused identity-providers https://id.example keyuan");
        apply(admin, provider.formatted("keyuan", ""), false).expect(200);
        assertThat(admin.get("/api/v1/identity-providers").items().getFirst().path("enabled").asBoolean()).isFalse();
    }

    @Test
    void rulesStandInTheOrderOfTheFile() {
        TestTenant there = RunningProgram.freshTenant();
        TestClient admin = there.administrator();
        List<String> names = List.of("All others", "Key accounts", "Only here");
        names.forEach(name -> admin.post("/api/v1/assignment-rules", Map.of(
                "object", "customers", "name", name, "method", "round-robin", "people", List.of(admin.person()))).expect(201));
        String login = there.login();
        String file = """
                keyuan: 1
                assignment-rules:
                  "customers: Key accounts": {object: customers, name: Key accounts, method: round-robin, people: [{user: %1$s}]}
                  "customers: New": {object: customers, name: New, method: round-robin, people: [{user: %1$s}]}
                  "customers: All others": {object: customers, name: All others, method: round-robin, people: [{user: %1$s}]}
                """.formatted(login);

        assertThat(told(apply(admin, file, false).expect(200))).contains(
                "changed assignment-rules customers: Key accounts", "added assignment-rules customers: New", "changed assignment-rules customers: All others");

        assertThat(admin.get("/api/v1/assignment-rules").items().stream().map(rule -> rule.path("name").asString()))
                .containsExactly("Key accounts", "New", "Only here", "All others");
        assertThat(told(preview(admin, file, false).expect(200))).containsExactly("kept assignment-rules customers: Only here");
    }

    @Test
    void whatIsAsItCameMayBeWrittenAgain() {
        TestClient admin = RunningProgram.freshTenant().administrator();
        String file = """
                keyuan: 1
                layouts:
                  customers: {}
                roles:
                  "Team #2": {initial: false, grants: {customers: {rights: [read], read: {scopes: [own]}}}}
                """;

        assertThat(told(apply(admin, file, false).expect(200))).contains("added roles Team #2");
        assertThat(told(preview(admin, file, false).expect(200))).noneMatch(change -> change.startsWith("refused") || change.startsWith("added"));
        assertThat(admin.get("/api/v1/roles").items().stream().map(role -> role.path("name").asString())).contains("Team #2");
    }

    @Test
    void whatIsNamedOtherwiseWithinIsRefused() {
        TestClient admin = RunningProgram.freshTenant().administrator();
        String file = """
                keyuan: 1
                webhooks:
                  ERP: {name: Another, url: "https://erp.example/hook", objects: [customers]}
                """;

        assertThat(told(preview(admin, file, false).expect(200))).containsExactly("refused webhooks ERP");
        assertThat(admin.get("/api/v1/webhooks").items()).isEmpty();
    }

    @Test
    void whatCannotBeIsSaidAtItsPlaceAndNothingElseHappensEither() {
        TestTenant there = RunningProgram.freshTenant();
        TestClient admin = there.administrator();
        String file = """
                keyuan: 1
                fields:
                  customers.c_good: {type: number, labels: {en: Good}}
                  customers.c_bad: {type: nonsense, labels: {en: Bad}}
                  nowhere.c_x: {type: number, labels: {en: X}}
                automation:
                  "customers: Tell":
                    object: customers
                    name: Tell
                    trigger: {kind: created}
                    actions: [{kind: notify, to: [{user: nobody-here}], text: Hello}]
                sharing-rules:
                  "customers: A":
                    object: customers
                    name: A
                    condition: "name =="
                    targets: [{team: 不存在}]
                  "customers: B": {object: customers, name: B, conditions: "true"}
                """;

        TestAnswer seen = preview(admin, file, false).expect(200);
        assertThat(told(seen)).containsExactlyInAnyOrder(
                "added fields customers.c_good", "refused fields customers.c_bad", "refused fields nowhere.c_x", "refused automation customers: Tell",
                "refused sharing-rules customers: A", "refused sharing-rules customers: B");

        TestAnswer refused = admin.post(FILE + "/apply", Map.of("file", file, "state", seen.text("/state"))).expect(422);
        assertThat(refused.error("fields.customers.c_bad.type")).isNotNull();
        assertThat(refused.error("automation.customers: Tell.actions[0].to[0]")).isNotNull();
        assertThat(refused.error("sharing-rules.customers: B.conditions")).isNotNull();
        assertThat(admin.get("/api/v1/customers/attributes").items()).isEmpty();
        // The name that came to nothing is free, and so is its place.
        admin.post("/api/v1/customers/attributes", Map.of("name", "c_good", "label", "Good", "type", "text")).expect(201);
    }

    @Test
    void whoeverLookedBeforeSomebodyElseChangedSomethingLooksAgain() {
        TestClient admin = RunningProgram.freshTenant().administrator();
        String file = "keyuan: 1\nsign-in:\n  settings: {idleMinutes: 30}\n";
        String state = preview(admin, file, false).expect(200).text("/state");
        admin.patch("/api/v1/settings/sign-in", Map.of("longestHours", 20)).expect(200);

        admin.post(FILE + "/apply", Map.of("file", file, "state", state)).expect(412);
        admin.post(FILE + "/apply", Map.of("file", file)).expect(422);

        assertThat(admin.get("/api/v1/settings/sign-in").at("/idleMinutes").asInt()).isNotEqualTo(30);
        apply(admin, file, false).expect(200);
        assertThat(admin.get("/api/v1/settings/sign-in").at("/idleMinutes").asInt()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "nothing at all" | keyuan
            "fields: {}" | keyuan
            "keyuan: 2" | keyuan
            "[1, 2]" | keyuan
            "keyuan: 1\nfields: [1]" | fields
            "keyuan: 1\nfields: {customers.c_x: 5}" | fields.customers.c_x
            "keyuan: 1\nsecrets: {}" | secrets
            "keyuan: 1\nfields: {a: {}, a: {}}" | ""
            "keyuan: 1\nfields: {" | ""
            "\u0000" | file
            """)
    void whatIsNoConfigurationIsRefusedAtItsPlace(String file, String path) {
        TestAnswer refused = preview(ADMIN, file.replace("\\n", "\n"), false).expectRefusal();

        assertThat(refused.error(path)).as(refused.toString()).isNotNull();
    }

    @Test
    void partsAreTakenOneByOne() {
        assertThat(ADMIN.get(FILE + "?parts=holidays").expect(200).content()).contains("国庆节").doesNotContain("fields:");
        ADMIN.get(FILE + "?parts=nonsense").expect(400);
    }

    @Test
    void onlyAdministratorsReadAndWriteIt() {
        TestClient somebody = HERE.person("zhou");

        Stream.of(somebody.get(FILE), preview(somebody, "keyuan: 1", false), somebody.post(FILE + "/apply", Map.of("file", "keyuan: 1", "state", "x")))
                .forEach(answer -> answer.expect(403));
    }
}
