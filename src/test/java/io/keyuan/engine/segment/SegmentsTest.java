package io.keyuan.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Records are kept together by hand or by a condition, and nobody learns from it what they may not see. */
class SegmentsTest {

    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String SEGMENTS = "/api/v1/segments";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    private String customer(TestClient client, String name, String grade) {
        return client.post(CUSTOMERS, Map.of("name", name, "grade", grade)).expect(201).id();
    }

    private TestAnswer keep(TestClient client, Map<String, Object> segment) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("object", "customers", "name", "S"));
        body.putAll(segment);
        return client.post(SEGMENTS, body);
    }

    private String live(TestClient client, String filter) {
        return keep(client, Map.of("kind", "live", "filter", filter, "everyone", client == admin)).expect(201).id();
    }

    private static List<String> members(TestClient client, String segment) {
        return client.get(CUSTOMERS + "?sort=name&filter=" + TestClient.encoded("inSegment('" + segment + "')")).expect(200).items().stream()
                .map(item -> item.get("name").asString())
                .toList();
    }

    private static void awaitMembers(TestClient client, String segment, String... names) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(members(client, segment)).containsExactly(names));
    }

    @Test
    void aLiveOneFollowsWhatBecomesOfRecords() {
        String a = customer(admin, "A", "a");
        customer(admin, "B", "b");
        String segment = live(admin, "grade == 'a'");
        awaitMembers(admin, segment, "A");

        String c = customer(admin, "C", "a");
        awaitMembers(admin, segment, "A", "C");
        admin.patch(CUSTOMERS + "/" + a, 1, Map.of("grade", "c")).expect(200);
        awaitMembers(admin, segment, "C");
        admin.delete(CUSTOMERS + "/" + c).expect(204);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(admin.get(SEGMENTS + "/" + segment).at("/members").asLong()).isZero());
        admin.post(CUSTOMERS + "/" + c + "/restore", Map.of()).expect(200);
        awaitMembers(admin, segment, "C");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(admin.get(SEGMENTS + "/" + segment).at("/members").asLong()).isEqualTo(1));
    }

    @Test
    void anotherConditionFindsOtherMembersAmongAllThereAre() {
        List<Map<String, Object>> rows = IntStream.range(0, 2_500)
                .<Map<String, Object>>mapToObj(i -> Map.of("name", "客户" + i, "grade", i % 2 == 0 ? "a" : "b"))
                .toList();
        for (int from = 0; from < rows.size(); from += 500) {
            admin.post(CUSTOMERS + "/batch", Map.of("create", rows.subList(from, from + 500))).expect(200);
        }
        TestAnswer made = keep(admin, Map.of("kind", "live", "filter", "grade == 'a'")).expect(201);
        String address = SEGMENTS + "/" + made.id();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(admin.get(address).at("/computedAt").isString()).isTrue());
        assertThat(admin.get(address).at("/members").asInt()).isEqualTo(1_250);

        admin.with("If-Match", "\"1\"").put(address, Map.of("name", "S", "filter", "grade == 'b' && name.contains('7')")).expect(200);

        long expected = IntStream.range(0, 2_500).filter(i -> i % 2 == 1 && String.valueOf(i).contains("7")).count();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(admin.get(address).at("/computedAt").isString()).isTrue();
            assertThat(admin.get(address).at("/members").asLong()).isEqualTo(expected);
        });
        admin.with("If-Match", "\"1\"").put(address, Map.of("name", "S", "filter", "grade == 'c'")).expect(412);
    }

    @Test
    void aStaticOneHoldsWhatOnePutsIn() {
        String a = customer(admin, "A", "a");
        String b = customer(admin, "B", "a");
        String segment = keep(admin, Map.of("kind", "static")).expect(201).id();
        String members = SEGMENTS + "/" + segment + "/members";

        TestAnswer put = admin.post(members, Map.of("add", List.of(a, b, "00000000-0000-7000-8000-000000000000"))).expect(200);
        assertThat(put.body().get("added").size()).isEqualTo(2);
        assertThat(members(admin, segment)).containsExactly("A", "B");
        assertThat(admin.post(members, Map.of("add", List.of(a), "remove", List.of(b))).expect(200).body().get("added").size()).isZero();
        assertThat(members(admin, segment)).containsExactly("A");
        assertThat(admin.get(SEGMENTS + "/" + segment).at("/members").asInt()).isEqualTo(1);
        String job = admin.post(members + "/bulk", Map.of("filter", "grade == 'a'")).expect(202).id();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(admin.get("/api/v1/jobs/" + job).text("/state")).isEqualTo("done"));
        assertThat(members(admin, segment)).containsExactly("A", "B");
        String undoing = admin.post("/api/v1/jobs/" + job + "/undo", Map.of()).expect(202).id();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(admin.get("/api/v1/jobs/" + undoing).text("/state")).isEqualTo("done"));
        assertThat(members(admin, segment)).containsExactly("A");
        assertThat(admin.get("/api/v1/jobs/" + job).text("/state")).isEqualTo("undone");
        admin.post(members, Map.of()).expect(400);
        admin.post(members, Map.of("add", List.of("x"))).expect(400);
        admin.post(SEGMENTS + "/" + live(admin, "grade == 'a'") + "/members", Map.of("add", List.of(a))).expect(409);
    }

    @Test
    void oneSeesOnlyTheMembersOneMaySee() {
        TestClient lin = company.person("lin");
        TestClient wang = company.person("wang");
        String his = customer(wang, "Wang's", "a");
        customer(lin, "Lin's", "a");
        String segment = live(admin, "grade == 'a'");
        awaitMembers(admin, segment, "Lin's", "Wang's");

        assertThat(members(lin, segment)).containsExactly("Lin's");
        assertThat(members(wang, segment)).containsExactly("Wang's");
        assertThat(lin.get(SEGMENTS + "/" + segment).expect(200).at("/members").isNull()).isTrue();
        lin.delete(SEGMENTS + "/" + segment).expect(403);
        String own = keep(lin, Map.of("kind", "static")).expect(201).id();
        wang.get(SEGMENTS + "/" + own).expect(404);
        assertThat(lin.post(SEGMENTS + "/" + own + "/members", Map.of("add", List.of(his))).expect(200).body().get("added").size()).isZero();
        String filter = TestClient.encoded("inSegment('" + own + "')");
        assertThat(wang.get(CUSTOMERS + "?filter=" + filter).expect(400).at("/errors/0/code").asString()).isEqualTo("unknown-segment");
    }

    @Test
    void whatOneMayNotReadIsNotFoundOutByASegment() {
        TestClient reader = company.person("reader");
        String role = admin.post("/api/v1/roles", Map.of("name", "reader", "grants", List.of(Map.of(
                "object", "customers", "rights", List.of("read"), "read", Map.of("scopes", List.of("all")), "attributes", Map.of("phone", "hidden", "email", "masked")))))
                .expect(201).id();
        admin.put("/api/v1/users/" + reader.person() + "/roles", Map.of("roles", List.of(role))).expect(200);
        admin.post(CUSTOMERS, Map.of("name", "A", "phone", "0512 6666 8888")).expect(201);
        String byPhone = live(admin, "has(phone)");
        String byMail = live(admin, "has(email)");
        String byName = live(admin, "name == 'A'");
        awaitMembers(admin, byPhone, "A");
        awaitMembers(admin, byName, "A");

        for (String hidden : List.of(byPhone, byMail)) {
            reader.get(SEGMENTS + "/" + hidden).expect(404);
            reader.get(CUSTOMERS + "?filter=" + TestClient.encoded("!inSegment('" + hidden + "')")).expect(400);
        }
        assertThat(reader.get(SEGMENTS).expect(200).items().stream().map(item -> item.get("id").asString())).containsExactly(byName);
        assertThat(members(reader, byName)).containsExactly("A");
        keep(reader, Map.of("kind", "live", "filter", "has(phone)")).expect(422);
    }

    @Test
    void aConditionSaysTheSameToAll() {
        for (String wrong : List.of("owner == me()", "owner in myTeam()", "parentCompany.nonsense == 1", "nonsense == 1", "grade ==", "")) {
            TestAnswer answer = keep(admin, Map.of("kind", "live", "filter", wrong)).expect(422);
            assertThat(answer.text("/errors/0/path")).as(wrong).isEqualTo("filter");
        }
        String segment = live(admin, "grade == 'a'");
        keep(admin, Map.of("kind", "live", "filter", "inSegment('" + segment + "')")).expect(422);
        keep(admin, Map.of("kind", "neither")).expect(422);
        keep(admin, Map.of("kind", "static", "name", " ")).expect(422);
        keep(admin, Map.of("kind", "live", "filter", "createdAt > daysAgo(30)")).expect(201);
        admin.get(CUSTOMERS + "?filter=" + TestClient.encoded("inSegment('x')")).expect(400);
        admin.get(CUSTOMERS + "?filter=" + TestClient.encoded("inSegment(name)")).expect(400);
        admin.get("/api/v1/contacts?filter=" + TestClient.encoded("inSegment('" + segment + "')")).expect(400);
        assertThat(admin.get(CUSTOMERS + "?filter=" + TestClient.encoded("inSegment([])")).expect(200).items()).isEmpty();
    }

    @Test
    void whatOtherRecordsMakeOfOneIsFoundOnTheNextRound() {
        String a = customer(admin, "A", "a");
        customer(admin, "B", "a");
        String segment = live(admin, "has(lastContactAt)");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(admin.get(SEGMENTS + "/" + segment).at("/computedAt").isString()).isTrue());
        admin.post("/api/v1/contact-logs", Map.of(
                "subject", "Talk", "kind", "call", "customer", Map.of("id", a), "happenedAt", Instant.now().minusSeconds(60).toString())).expect(201);

        RunningProgram.get().bean(SegmentRounds.class).lookThrough(Instant.now(), () -> false);

        awaitMembers(admin, segment, "A");
    }

    @Test
    void oneThatGoesByAnotherRecordFollowsWhatBecomesOfThat() {
        String a = customer(admin, "A", "a");
        String below = contact(admin, "Below", a);
        String segment = keep(admin, Map.of("object", "contacts", "kind", "live", "filter", "customer.grade == 'a'", "everyone", true)).expect(201).id();
        awaitContacts(admin, segment, "Below");

        admin.patch(CUSTOMERS + "/" + a, 1, Map.of("grade", "b")).expect(200);
        awaitContacts(admin, segment);
        String b = customer(admin, "B", "a");
        admin.patch("/api/v1/contacts/" + below, 1, Map.of("customer", Map.of("id", b))).expect(200);
        awaitContacts(admin, segment, "Below");
    }

    @Test
    void thousandsThatPointToOneFollowInPieces() {
        String a = customer(admin, "A", "b");
        int all = 2_300;
        List<Map<String, Object>> rows = IntStream.range(0, all).<Map<String, Object>>mapToObj(i -> Map.of("name", "人" + i, "customer", Map.of("id", a))).toList();
        for (int from = 0; from < all; from += 500) {
            admin.post("/api/v1/contacts/batch", Map.of("create", rows.subList(from, Math.min(all, from + 500)))).expect(200);
        }
        String segment = keep(admin, Map.of("object", "contacts", "kind", "live", "filter", "customer.grade == 'a'")).expect(201).id();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(admin.get(SEGMENTS + "/" + segment).at("/computedAt").isString()).isTrue());
        assertThat(admin.get(SEGMENTS + "/" + segment).at("/members").asInt()).isZero();

        admin.patch(CUSTOMERS + "/" + a, 1, Map.of("grade", "a")).expect(200);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(admin.get(SEGMENTS + "/" + segment).at("/members").asInt()).isEqualTo(all));
    }

    @Test
    void whoDoesNotSeeTheOtherRecordDoesNotLearnOfItByTheSegment() {
        TestClient lin = company.person("lin");
        String hidden = customer(admin, "Admin's", "a");
        String own = customer(lin, "Lin's", "a");
        String at = contact(lin, "At Lin's", own);
        String passed = contact(lin, "Passed on", own);
        admin.patch("/api/v1/contacts/" + passed, 1, Map.of("customer", Map.of("id", hidden), "owner", Map.of("id", lin.person()))).expect(200);
        String loose = lin.post("/api/v1/contacts", Map.of("name", "Loose")).expect(201).id();
        String segment = keep(admin, Map.of("object", "contacts", "kind", "live", "filter", "customer.grade == 'a'", "everyone", true)).expect(201).id();
        String others = keep(admin, Map.of("object", "contacts", "kind", "live", "filter", "customer.grade != 'a'", "everyone", true)).expect(201).id();
        awaitContacts(admin, segment, "At Lin's", "Passed on");
        awaitContacts(admin, others, "Loose");

        assertThat(List.of(at, loose)).doesNotContainNull();
        boolean seesTheContact = lin.get("/api/v1/contacts/" + passed).status() == 200;
        boolean seesTheCustomer = lin.get(CUSTOMERS + "/" + hidden).status() == 200;
        assertThat(seesTheCustomer).isFalse();
        assertThat(seesTheContact).isTrue();
        assertThat(contacts(lin, segment)).containsExactly("At Lin's");
        assertThat(contacts(lin, others)).containsExactly("Loose");
        assertThat(lin.get(SEGMENTS + "/" + segment).at("/members").isNull()).isTrue();
    }

    private String contact(TestClient client, String name, String customer) {
        return client.post("/api/v1/contacts", Map.of("name", name, "customer", Map.of("id", customer))).expect(201).id();
    }

    private static List<String> contacts(TestClient client, String segment) {
        return client.get("/api/v1/contacts?sort=name&filter=" + TestClient.encoded("inSegment('" + segment + "')")).expect(200).items().stream()
                .map(item -> item.get("name").asString())
                .toList();
    }

    private static void awaitContacts(TestClient client, String segment, String... names) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(contacts(client, segment)).containsExactly(names));
    }

    @Test
    void deletedItIsThereForNobody() {
        customer(admin, "A", "a");
        String segment = live(admin, "grade == 'a'");
        awaitMembers(admin, segment, "A");

        admin.delete(SEGMENTS + "/" + segment).expect(204);

        admin.get(SEGMENTS + "/" + segment).expect(404);
        admin.get(CUSTOMERS + "?filter=" + TestClient.encoded("inSegment('" + segment + "')")).expect(400);
    }

    @Test
    void theSegmentsOfARecordAreTakenOutWithTheList() {
        customer(admin, "A", "a");
        customer(admin, "B", "b");
        String segment = live(admin, "grade == 'a'");
        awaitMembers(admin, segment, "A");

        String file = admin.post(CUSTOMERS + "/export", Map.of("format", "csv", "filter", "inSegment('" + segment + "')", "fields", "name")).expect(200).content();

        assertThat(file).contains("A").doesNotContain("B");
        JsonNode groups = admin.get(CUSTOMERS + "/aggregate?group=grade&measure=count&filter=" + TestClient.encoded("inSegment('" + segment + "')"))
                .expect(200).body().get("groups");
        assertThat(groups.size()).isEqualTo(1);
        assertThat(groups.get(0).get("grade").asString()).isEqualTo("a");
    }
}
