package io.keyuan.engine.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestForm;
import io.keyuan.TestTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Several records about the same become one, with all that hangs on them, and are several again when that is taken back. */
class MergeTest {

    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String CONTACTS = "/api/v1/contacts";
    private static final String CODE = "91350100M000100Y43";

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final Merger merger = new Merger(admin, "customers");

    private String customer(Map<String, Object> values) {
        return admin.post(CUSTOMERS + "?duplicates=allow", values).expect(201).id();
    }

    private String contact(String name, String customer) {
        return admin.post(CONTACTS + "?duplicates=allow", Map.of("name", name, "customer", Map.of("id", customer))).expect(201).id();
    }

    private JsonNode read(String path, String id) {
        return admin.get(path + "/" + id).expect(200).body();
    }

    @Test
    void whatNobodyChoosesIsItsOwnElseTheFirstThereIs() {
        String a = customer(Map.of("name", "远山科技", "phone", "010 1234 5678", "tags", List.of("important"), "remarks", "first"));
        String b = customer(Map.of("name", "远山", "phone", "010 9999 0000", "email", "b@example.com", "tags", List.of("watch"), "remarks", "second"));
        String c = customer(Map.of("name", "远山公司", "email", "c@example.com", "creditCode", CODE, "city", "北京"));

        merger.merge(Map.of("choose", Map.of("name", c, "remarks", "all"), "values", Map.of("website", "https://yuanshan.example")), a, b, c);

        JsonNode one = read(CUSTOMERS, a);
        assertThat(one.get("name").asString()).isEqualTo("远山公司");
        assertThat(one.get("phone").asString()).isEqualTo("010 1234 5678");
        assertThat(one.get("email").asString()).isEqualTo("b@example.com");
        assertThat(one.get("creditCode").asString()).isEqualTo(CODE);
        assertThat(one.get("city").asString()).isEqualTo("北京");
        assertThat(one.get("website").asString()).isEqualTo("https://yuanshan.example");
        assertThat(one.get("remarks").asString()).isEqualTo("first\n\nsecond");
        assertThat(one.get("tags").valueStream().map(JsonNode::asString)).containsExactlyInAnyOrder("important", "watch");
        assertThat(admin.get(CUSTOMERS).items()).hasSize(1);
    }

    @Test
    void whatHangsOnThemComesAlongAndTheOldAddressesLeadOn() {
        String into = customer(Map.of("name", "Acme"));
        String from = customer(Map.of("name", "Acme Inc"));
        String daughter = customer(Map.of("name", "Acme Daughter", "parentCompany", Map.of("id", from)));
        String contact = contact("Ann", from);
        admin.post(CUSTOMERS + "/" + from + "/files", new TestForm().file("note.txt", "hello")).expect(201);
        admin.post(CUSTOMERS + "/" + from + "/comments", Map.of("body", "said of the other")).expect(201);
        TestClient follower = company.person("follower");
        admin.post(CUSTOMERS + "/" + from + "/shares", Map.of("to", Map.of("id", follower.person(), "kind", "user"))).expect(204);
        follower.post(CUSTOMERS + "/" + from + "/follow", Map.of()).expectOneOf(200, 201, 204);
        String segment = admin.post("/api/v1/segments", Map.of("object", "customers", "name", "S", "kind", "static")).expect(201).id();
        admin.post("/api/v1/segments/" + segment + "/members", Map.of("add", List.of(from))).expectOneOf(200, 204);

        String job = merger.merge(Map.of(), into, from);

        assertThat(read(CONTACTS, contact).at("/customer/id").asString()).isEqualTo(into);
        assertThat(read(CUSTOMERS, daughter).at("/parentCompany/id").asString()).isEqualTo(into);
        assertThat(admin.get(CUSTOMERS + "/" + into + "/files").expect(200).items()).hasSize(1);
        assertThat(follower.get(CUSTOMERS + "/" + into).expect(200).text("/name")).isEqualTo("Acme");
        assertThat(admin.get(CUSTOMERS + "/" + into + "/followers").expect(200).content()).contains(follower.person());
        assertThat(admin.get(CUSTOMERS + "?filter=" + TestClient.encoded("inSegment('" + segment + "')")).items()).hasSize(1);
        String timeline = admin.get(CUSTOMERS + "/" + into + "/timeline").expect(200).content();
        assertThat(timeline).contains("said of the other").contains("note.txt").contains("\"merged\"").contains("Acme Inc");
        JsonNode merged = admin.get(CUSTOMERS + "/" + into + "/history").items().stream().filter(item -> item.get("action").asString().equals("merged")).findFirst().orElseThrow();
        assertThat(merged.at("/merged/0/id").asString()).isEqualTo(from);
        assertThat(merged.get("operation").asString()).isEqualTo(job);

        TestAnswer led = admin.get(CUSTOMERS + "/" + from).expect(308);
        assertThat(led.header("Location")).isEqualTo(CUSTOMERS + "/" + into);
        assertThat(led.text("/mergedInto")).isEqualTo(into);
        assertThat(admin.get(CUSTOMERS + "/" + from + "/files?deleted=false").expect(308).header("Location")).isEqualTo(CUSTOMERS + "/" + into + "/files?deleted=false");
        assertThat(admin.get(CUSTOMERS + "/" + from + "/overview").expect(308).header("Location")).isEqualTo(CUSTOMERS + "/" + into + "/overview");
        TestAnswer refused = admin.patch(CUSTOMERS + "/" + from, 1, Map.of("name", "X")).expect(409);
        assertThat(refused.text("/code")).isEqualTo("merged-already");
        assertThat(refused.text("/mergedInto")).isEqualTo(into);
        admin.delete(CUSTOMERS + "/" + from).expect(409);
        assertThat(merger.ask(Map.of(), into, from).expect(409).text("/mergedInto")).isEqualTo(into);
        // Whoever does not see what it has become learns nothing.
        company.person("stranger").get(CUSTOMERS + "/" + from).expect(404);
    }

    @Test
    void aChainLeadsToItsEndAndEachStepIsTakenBackByItself() {
        String a = customer(Map.of("name", "A"));
        String b = customer(Map.of("name", "B"));
        String c = customer(Map.of("name", "C"));
        String contact = contact("Ann", a);

        String first = merger.merge(Map.of(), b, a);
        String second = merger.merge(Map.of(), c, b);

        assertThat(admin.get(CUSTOMERS + "/" + a).expect(308).header("Location")).isEqualTo(CUSTOMERS + "/" + c);
        assertThat(read(CONTACTS, contact).at("/customer/id").asString()).isEqualTo(c);
        merger.undo(second, false);
        assertThat(admin.get(CUSTOMERS + "/" + a).expect(308).header("Location")).isEqualTo(CUSTOMERS + "/" + b);
        assertThat(read(CONTACTS, contact).at("/customer/id").asString()).isEqualTo(b);
        merger.undo(first, false);
        assertThat(read(CONTACTS, contact).at("/customer/id").asString()).isEqualTo(a);
    }

    @Test
    void linesGoWithTheirRecordAndComeBack() {
        String product = admin.post("/api/v1/products", Map.of("name", "Lamp")).expect(201).id();
        Merger opportunities = new Merger(admin, "opportunities");
        List<Map<String, Object>> line = List.of(Map.of("product", Map.of("id", product), "quantity", "2"));
        String a = admin.post("/api/v1/opportunities", Map.of("title", "A", "lines", line)).expect(201).id();
        String b = admin.post("/api/v1/opportunities", Map.of("title", "B", "lines", line, "stage", "won")).expect(201).id();
        String other = admin.post("/api/v1/products", Map.of("name", "Light")).expect(201).id();
        JsonNode before = read("/api/v1/opportunities", b);
        // What was offered keeps its name, whatever the catalogue calls it now.
        admin.patch("/api/v1/products/" + product, 1, Map.of("name", "Lantern")).expect(200);

        String merged = opportunities.merge(Map.of("choose", Map.of("stage", b)), a, b);
        assertThat(read("/api/v1/opportunities", a).get("lines")).hasSize(2);
        assertThat(read("/api/v1/opportunities", a).get("stage").asString()).isEqualTo("won");
        String products = new Merger(admin, "products").merge(Map.of(), other, product);
        assertThat(read("/api/v1/opportunities", a).at("/lines/0/product/id").asString()).isEqualTo(other);
        assertThat(read("/api/v1/opportunities", a).at("/lines/0/description").asString()).isEqualTo("Lamp");

        new Merger(admin, "products").undo(products, false);
        opportunities.undo(merged, false);
        assertThat(read("/api/v1/opportunities", a).get("lines")).hasSize(1);
        assertThat(read("/api/v1/opportunities", a).get("stage").asString()).isEqualTo("prospecting");
        assertThat(read("/api/v1/opportunities", b).at("/lines/0/id")).isEqualTo(before.at("/lines/0/id"));
        assertThat(read("/api/v1/opportunities", b).at("/lines/0/description").asString()).isEqualTo("Lamp");
    }

    @Test
    void whatSomebodyChangedSinceStaysAndIsListed() {
        String into = customer(Map.of("name", "Acme", "city", "Berlin"));
        String from = customer(Map.of("name", "Acme Inc", "phone", "010 1234 5678", "email", "a@example.com", "creditCode", CODE));
        String third = customer(Map.of("name", "Third"));
        String edited = contact("Edited", from);
        String moved = contact("Moved", from);
        String job = merger.merge(Map.of("choose", Map.of("name", from)), into, from);
        admin.patch(CUSTOMERS + "/" + into, read(CUSTOMERS, into).get("version").asLong(), Map.of("phone", "010 0000 0000", "city", "Bern")).expect(200);
        admin.patch(CONTACTS + "/" + edited, read(CONTACTS, edited).get("version").asLong(), Map.of("mobile", "138 0013 8000")).expect(200);
        admin.patch(CONTACTS + "/" + moved, read(CONTACTS, moved).get("version").asLong(), Map.of("customer", Map.of("id", third))).expect(200);

        JsonNode undone = merger.undo(job, false);

        JsonNode one = read(CUSTOMERS, into);
        assertThat(one.get("name").asString()).isEqualTo("Acme");
        assertThat(one.has("email")).isFalse();
        assertThat(one.has("creditCode")).isFalse();
        assertThat(one.get("phone").asString()).isEqualTo("010 0000 0000");
        assertThat(one.get("city").asString()).isEqualTo("Bern");
        assertThat(read(CUSTOMERS, from).get("creditCode").asString()).isEqualTo(CODE);
        assertThat(read(CONTACTS, edited).at("/customer/id").asString()).isEqualTo(from);
        assertThat(read(CONTACTS, edited).get("mobile").asString()).isEqualTo("138 0013 8000");
        assertThat(read(CONTACTS, moved).at("/customer/id").asString()).isEqualTo(third);
        assertThat(undone.at("/result/kept").asInt()).isEqualTo(2);
        String list = admin.get(undone.get("failures").asString()).expect(200).content();
        assertThat(list).contains("Moved").contains("Telephone: Somebody has changed the record since.").doesNotContain("Edited");
        TestAnswer left = admin.get("/api/v1/jobs/" + undone.get("id").asString() + "/left").expect(200);
        assertThat(left.items()).extracting(each -> each.path("object").asString() + " " + each.path("title").asString())
                .containsExactlyInAnyOrder("customers Acme", "contacts Moved");
        assertThat(left.at("/more").asBoolean()).isFalse();
        assertThat(admin.get("/api/v1/jobs/" + job).expect(200).at("/record/title").asString()).as("what it was about").isEqualTo("Acme");

        assertThat(undone.get("insistable").asBoolean()).isTrue();
        merger.undo(job, true);
        assertThat(read(CUSTOMERS, into).has("phone")).isFalse();
        assertThat(read(CUSTOMERS, into).get("city").asString()).isEqualTo("Bern");
        assertThat(read(CONTACTS, moved).at("/customer/id").asString()).isEqualTo(from);
    }

    @Test
    void aCodeThatIsTakenMeanwhileKeepsItsRecordAway() {
        String into = customer(Map.of("name", "Acme"));
        String from = customer(Map.of("name", "Acme Inc", "number", "7"));
        String contact = contact("Ann", from);
        String job = merger.merge(Map.of("values", Map.of("number", "8")), into, from);
        assertThat(read(CUSTOMERS, into).get("number").asString()).isEqualTo("8");
        String thief = customer(Map.of("name", "Other", "number", "7"));

        JsonNode undone = merger.undo(job, false);

        assertThat(undone.at("/result/failed").asInt()).isGreaterThanOrEqualTo(1);
        admin.get(CUSTOMERS + "/" + from).expect(308);
        assertThat(read(CONTACTS, contact).at("/customer/id").asString()).isEqualTo(into);
        admin.patch(CUSTOMERS + "/" + thief, 1, Map.of("number", "9")).expect(200);
        merger.undo(job, false);
        assertThat(read(CUSTOMERS, from).get("number").asString()).isEqualTo("7");
        assertThat(read(CONTACTS, contact).at("/customer/id").asString()).isEqualTo(from);
    }

    @Test
    void ofTwoMergesOfOneRecordOneHappens() throws Exception {
        for (int round = 0; round < 5; round++) {
            String a = customer(Map.of("name", "A"));
            String b = customer(Map.of("name", "B"));
            String shared = customer(Map.of("name", "C"));
            String contact = contact("Ann", shared);
            List<Integer> answers = new ArrayList<>();
            try (var both = Executors.newFixedThreadPool(2)) {
                List<Callable<Integer>> tries = List.of(() -> merger.ask(Map.of(), a, shared).status(), () -> merger.ask(Map.of(), b, shared).status());
                for (var each : both.invokeAll(tries)) {
                    answers.add(each.get());
                }
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
            String end = admin.get(CUSTOMERS + "/" + shared).expect(308).text("/mergedInto");
            assertThat(read(CONTACTS, contact).at("/customer/id").asString()).isEqualTo(end);
        }
    }

    @Test
    void whoMayNotDeleteOrSeeOrWriteDoesNotMerge() {
        Map<String, Object> all = Map.of("scopes", List.of("all"));
        TestClient editor = person("editor", Map.of("object", "customers", "rights", List.of("read", "edit"), "read", all, "write", all));
        TestClient half = person("half", Map.of(
                "object", "customers", "rights", List.of("read", "edit", "delete"), "read", all, "write", all,
                "attributes", Map.of("phone", "hidden", "grade", "read")));
        String into = customer(Map.of("name", "Acme"));
        String from = customer(Map.of("name", "Acme Inc", "phone", "010 1234 5678", "grade", "a"));
        String contact = contact("Ann", from);

        assertThat(new Merger(editor, "customers").ask(Map.of(), into, from).expect(403).text("/code")).isEqualTo("may-not-delete");
        var merging = new Merger(half, "customers");
        assertThat(merging.ask(Map.of("choose", Map.of("phone", from)), into, from).expect(422).text("/errors/0/code")).isEqualTo("unknown-attribute");
        assertThat(merging.ask(Map.of("choose", Map.of("grade", from)), into, from).expect(422).text("/errors/0/code")).isEqualTo("not-writable");
        assertThat(merging.ask(Map.of("versions", Map.of(from, 7)), into, from).expect(412).text("/record")).isEqualTo(from);
        merging.ask(Map.of(), into, into).expect(400);
        merging.ask(Map.of(), into, "00000000-0000-7000-8000-000000000000").expect(404);
        JsonNode shown = merging.preview(Map.of(), into, from);
        assertThat(shown.toString()).doesNotContain("1234").doesNotContain("phone");

        // What they may not see is not lost, and what they may not see follows.
        String job = merging.merge(Map.of(), into, from);
        assertThat(read(CUSTOMERS, into).get("phone").asString()).isEqualTo("010 1234 5678");
        assertThat(read(CONTACTS, contact).at("/customer/id").asString()).isEqualTo(into);
        merging.undo(job, false);
        assertThat(read(CUSTOMERS, into).has("phone")).isFalse();
        assertThat(read(CONTACTS, contact).at("/customer/id").asString()).isEqualTo(from);
    }

    private TestClient person(String name, Map<String, Object> grant) {
        TestClient person = company.person(name);
        String role = admin.post("/api/v1/roles", Map.of("name", name, "grants", List.of(grant))).expect(201).id();
        admin.put("/api/v1/users/" + person.person() + "/roles", Map.of("roles", List.of(role))).expect(200);
        return person;
    }

    @Test
    void thePreviewTellsWhatStandsWhereAndWhoSeesIt() {
        TestClient owner = company.person("owner");
        TestClient other = company.person("other");
        String into = owner.post(CUSTOMERS, Map.of("name", "Acme", "city", "Bern")).expect(201).id();
        String from = other.post(CUSTOMERS + "?duplicates=allow", Map.of("name", "Acme Inc", "city", "Bern", "email", "a@example.com")).expect(201).id();
        contact("Ann", from);
        contact("Bob", from);
        admin.post(CUSTOMERS + "/" + from + "/comments", Map.of("body", "said")).expect(201);

        JsonNode shown = merger.preview(Map.of(), into, from);

        assertThat(shown.at("/records").valueStream().map(record -> record.get("title").asString())).containsExactly("Acme", "Acme Inc");
        JsonNode name = attribute(shown, "name");
        assertThat(name.get("differs").asBoolean()).isTrue();
        assertThat(name.get("from").asString()).isEqualTo(into);
        assertThat(name.get("choosable").asBoolean()).isTrue();
        assertThat(attribute(shown, "city").get("differs").asBoolean()).isFalse();
        assertThat(attribute(shown, "email").get("result").asString()).isEqualTo("a@example.com");
        JsonNode related = shown.get("related").get(0);
        assertThat(related.get("object").asString()).isEqualTo("contacts");
        assertThat(related.at("/counts/" + from).asInt()).isEqualTo(2);
        assertThat(shown.at("/belongings/comments/" + from).asInt()).isEqualTo(1);
        assertThat(shown.get("obstacles")).isEmpty();
        assertThat(shown.at("/sight/losing/people").valueStream().map(person -> person.get("title").asString())).containsExactly("other");
        assertThat(shown.at("/sight/gaining/people").valueStream().map(person -> person.get("title").asString())).containsExactly("owner");
        // Nothing has happened.
        assertThat(read(CUSTOMERS, from).get("version").asLong()).isEqualTo(1);
        admin.post(CUSTOMERS + "/" + from + "/shares", Map.of("to", Map.of("id", other.person(), "kind", "user"), "kind", "collaborator")).expectOneOf(204, 422);
        assertThat(merger.preview(Map.of("choose", Map.of("owner", from)), into, from).get("obstacles")).isEmpty();
    }

    private static JsonNode attribute(JsonNode preview, String name) {
        return preview.get("attributes").valueStream().filter(each -> each.get("attribute").asString().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void muchIsDoneByAJobAndTakenBackByOne() {
        String into = customer(Map.of("name", "Acme"));
        String from = customer(Map.of("name", "Acme Inc"));
        List<Map<String, Object>> rows = IntStream.range(0, 1_300)
                .<Map<String, Object>>mapToObj(i -> Map.of("name", "Contact " + i, "customer", Map.of("id", from))).toList();
        admin.post(CONTACTS + "/batch?duplicates=allow", Map.of("create", rows)).expect(200);

        TestAnswer asked = merger.ask(Map.of(), into, from).expect(202);
        JsonNode done = merger.ended(asked.id());

        assertThat(done.at("/result/led").asInt()).as(done.toString()).isEqualTo(1_300);
        assertThat(count(into)).isEqualTo(1_300);
        assertThat(count(from)).isZero();
        assertThat(merger.undo(asked.id(), false).at("/result/kept").asInt()).isZero();
        assertThat(count(from)).isEqualTo(1_300);
        assertThat(admin.get("/api/v1/jobs/" + asked.id()).text("/state")).isEqualTo("undone");
    }

    private int count(String customer) {
        return admin.get(CONTACTS + "?limit=1&count=exact&filter=" + TestClient.encoded("customer == '" + customer + "'")).expect(200).at("/count/value").asInt();
    }
}
