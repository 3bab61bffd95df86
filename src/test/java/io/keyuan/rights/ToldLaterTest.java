package io.keyuan.rights;

import static io.keyuan.rights.World.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What long work left is told by what whoever asks may see and read now, not by what they might when it was done. */
class ToldLaterTest {

    private static final String MAP = "object: contacts\ncolumns: {n: name, m: mobile, c: {field: customer, by: name, missing: fail}}\n";

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final TestClient lin = company.person("lin");
    private String role = "";
    private String north = "";
    private String south = "";
    private String contact = "";

    @BeforeEach
    void fill() {
        role = admin.post("/api/v1/roles", role(Map.of())).expect(201).id();
        admin.put("/api/v1/users/" + lin.person() + "/roles", Map.of("roles", List.of(role))).expect(200);
        north = customer("North Harbour");
        south = customer("South Harbour");
        contact = admin.post("/api/v1/contacts", Map.of(
                "name", "Anna Berg", "mobile", "13900001111", "customer", ref(north), "owner", ref(lin.person()))).expect(201).id();
    }

    private String customer(String name) {
        return admin.post("/api/v1/customers", Map.of("name", name, "owner", ref(lin.person()))).expect(201).id();
    }

    private static Map<String, Object> role(Map<String, String> attributes) {
        Map<String, Object> own = Map.of("scopes", List.of("own"));
        List<String> rights = List.of("read", "create", "edit", "import", "bulk");
        return Map.of("name", "told later", "grants", List.of(
                Map.of("object", "customers", "rights", List.of("read"), "read", own),
                Map.of("object", "contacts", "rights", rights, "read", own, "write", own, "attributes", attributes)));
    }

    private void give(String object, String id) {
        String address = "/api/v1/" + object + "/" + id;
        admin.patch(address, admin.get(address).version(), Map.of("owner", ref(admin.person()))).expect(200);
    }

    private String imported(boolean dryRun) {
        String address = "/api/v1/imports?object=contacts&mode=update&key=name&dryRun=" + dryRun + "&map=" + TestClient.encoded(MAP);
        return ended(lin.upload(address, "contacts.csv", "n,m,c\nAnna Berg,13900002222,South Harbour\n").expect(202));
    }

    private String ended(TestAnswer taken) {
        String job = "/api/v1/jobs/" + Objects.requireNonNull(taken.id());
        await().atMost(Duration.ofMinutes(1)).until(() -> lin.get(job).text("/state").equals("done"));
        return job;
    }

    private static Set<String> attributes(TestAnswer differences) {
        return differences.at("/items/0/changes").valueStream().map(change -> change.get("attribute").asString()).collect(Collectors.toSet());
    }

    private static JsonNode change(TestAnswer differences, String attribute) {
        return differences.at("/items/0/changes").valueStream().filter(each -> each.get("attribute").asString().equals(attribute)).findFirst().orElseThrow();
    }

    @Test
    void differencesFollowWhatOneMayReadAndSee() {
        String job = imported(true) + "/differences";
        TestAnswer then = lin.get(job).expect(200);
        assertThat(attributes(then)).contains("mobile", "customer");
        assertThat(change(then, "customer").at("/before/title").asString()).isEqualTo("North Harbour");
        assertThat(change(then, "customer").at("/after/title").asString()).isEqualTo("South Harbour");

        give("customers", south);
        TestAnswer changed = lin.get(job).expect(200);
        assertThat(change(changed, "customer").at("/before/title").asString()).isEqualTo("North Harbour");
        assertThat(change(changed, "customer").at("/after/title").isNull()).isTrue();
        assertThat(changed.content()).doesNotContain("South Harbour");

        TestAnswer before = admin.get("/api/v1/roles/" + role);
        Map<String, Object> hidden = new java.util.HashMap<>(role(Map.of("mobile", "masked")));
        hidden.put("version", before.at("/version").asString());
        admin.put("/api/v1/roles/" + role, hidden).expect(200);
        TestAnswer masked = lin.get(job).expect(200);
        assertThat(attributes(masked)).contains("customer").doesNotContain("mobile");
        assertThat(masked.at("/restricted").asBoolean()).isFalse();

        give("customers", north);
        give("contacts", contact);
        TestAnswer gone = lin.get(job).expect(200);
        assertThat(gone.items()).isEmpty();
        assertThat(gone.at("/restricted").asBoolean()).isTrue();
    }

    @Test
    void aListOfWhatWasLeftCallsNothingByItsNameThatIsNotSeenAnyMore() {
        String job = imported(false);
        String address = "/api/v1/contacts/" + contact;
        admin.patch(address, admin.get(address).version(), Map.of("position", "changed since")).expect(200);
        String undone = ended(lin.post(job + "/undo", Map.of()).expect(202)) + "/failures";

        assertThat(lin.get(undone).expect(200).content()).contains("Anna Berg", contact);
        assertThat(lin.with("Accept-Language", "zh-CN").get(undone).content()).as("in the language of whoever asks").contains("Anna Berg", "联系人");

        give("customers", south);
        give("contacts", contact);
        assertThat(lin.get(undone).expect(200).content()).as("the account counts it").contains(contact).doesNotContain("Anna Berg");
    }
}
