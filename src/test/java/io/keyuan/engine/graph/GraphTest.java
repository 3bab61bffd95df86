package io.keyuan.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a company to its people and whom they know, as far as the reader sees them; and what belongs to what. */
class GraphTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final TestClient ADMIN = COMPANY.administrator();
    private static final TestClient COLLEAGUE = COMPANY.person("colleague");

    private static Map<String, Object> to(String id) {
        return Map.of("id", id);
    }

    private static String make(TestClient maker, String object, Map<String, Object> values) {
        return maker.post("/api/v1/" + object + "?duplicates=allow", values).expect(201).id();
    }

    private static String customer(String name) {
        return make(ADMIN, "customers", Map.of("name", name));
    }

    private static String daughter(String name, String parent) {
        return make(ADMIN, "customers", Map.of("name", name, "parentCompany", to(parent)));
    }

    private static String contact(TestClient maker, String name, String customer) {
        return make(maker, "contacts", Map.of("name", name, "customer", to(customer), "role", "decisionMaker"));
    }

    private static String related(String person, String other) {
        return make(ADMIN, "relationships", Map.of("person", to(person), "other", to(other), "kind", "reportsTo", "strength", "strong"));
    }

    /** Each of two moves is right by itself; together they would be a circle of four. */
    @Test
    void twoWhoMoveCompaniesAtOnceMakeNoCircle() throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 25; round++) {
                String top = customer("Top " + round);
                String left = daughter("Left " + round, top);
                String other = customer("Other " + round);
                String right = daughter("Right " + round, other);
                List<Callable<Integer>> moves = List.of(
                        () -> ADMIN.patch("/api/v1/customers/" + top, 1, Map.of("parentCompany", to(right))).status(),
                        () -> ADMIN.patch("/api/v1/customers/" + other, 1, Map.of("parentCompany", to(left))).status());
                List<Integer> answers = new ArrayList<>();
                for (Future<Integer> move : both.invokeAll(moves)) {
                    answers.add(move.get());
                }
                assertThat(answers).as("round %d", round).containsExactlyInAnyOrder(200, 422);
            }
        }
    }

    private static TestAnswer graph(TestClient reader, String object, String id, int depth) {
        return reader.get("/api/v1/" + object + "/" + id + "/graph?depth=" + depth).expect(200);
    }

    private static List<String> nodes(TestAnswer graph) {
        return graph.at("/nodes").valueStream().map(node -> node.get("id").asString()).toList();
    }

    private static List<String> edges(TestAnswer graph) {
        return graph.at("/edges").valueStream().map(edge -> edge.get("from").asString() + " " + edge.get("to").asString()).toList();
    }

    @Test
    void fromACompanyOneComesToItsPeopleAndOnToThoseTheyKnowAndWhereElseTheyAre() {
        String head = customer("恒泰集团");
        String company = daughter("恒泰精密", head);
        String elsewhere = customer("远山科技");
        String boss = contact(ADMIN, "王总", company);
        String engineer = contact(ADMIN, "李工", company);
        String relationship = related(engineer, boss);
        make(ADMIN, "affiliations", Map.of("position", "董事", "contact", to(boss), "customer", to(elsewhere), "role", "influencer"));

        TestAnswer near = graph(ADMIN, "customers", company, 1);
        assertThat(nodes(near)).startsWith(company).containsExactlyInAnyOrder(company, head, boss, engineer);
        assertThat(edges(near)).containsExactlyInAnyOrder(company + " " + head, boss + " " + company, engineer + " " + company);
        assertThat(near.at("/edges").valueStream().filter(edge -> edge.get("from").asString().equals(boss)).map(edge -> edge.get("as").asString()))
                .containsExactly("decisionMaker");
        assertThat(near.at("/nodes/0/values/name").asString()).isEqualTo("恒泰精密");

        TestAnswer far = graph(ADMIN, "customers", company, 2);
        assertThat(nodes(far)).containsExactlyInAnyOrder(company, head, boss, engineer, elsewhere);
        JsonNode edge = far.at("/edges").valueStream().filter(each -> each.get("record").asString().equals(relationship)).findFirst().orElseThrow();
        assertThat(edge.get("from").asString()).isEqualTo(engineer);
        assertThat(edge.get("to").asString()).isEqualTo(boss);
        assertThat(edge.get("as").asString()).isEqualTo("reportsTo");
        assertThat(edge.path("title").isString()).as("two people are called what they are").isFalse();
        assertThat(far.at("/edges").valueStream().filter(each -> each.get("object").asString().equals("affiliations")).map(each -> each.get("title").asString()))
                .as("what he is there").containsExactly("董事");
        assertThat(edge.get("strength").asString()).isEqualTo("strong");
        assertThat(ADMIN.get("/api/v1/relationships/" + relationship).expect(200).at("/name").asString()).isEqualTo("李工 – 王总");
    }

    @Test
    void ofManyTheNewestAreToldAndHowManyMoreThereAre() {
        String company = customer("大公司");
        List<String> people = IntStream.range(0, 15).mapToObj(at -> contact(ADMIN, "人 " + at, company)).toList();
        ADMIN.delete("/api/v1/contacts/" + people.get(14)).expect(204);

        TestAnswer graph = graph(ADMIN, "customers", company, 1);

        assertThat(nodes(graph)).hasSize(13).doesNotContain(people.get(0), people.get(1), people.get(14));
        JsonNode more = graph.at("/nodes/0/more/0");
        assertThat(more.get("object").asString()).isEqualTo("contacts");
        assertThat(more.get("attribute").asString()).isEqualTo("customer");
        assertThat(more.get("count").asInt()).isEqualTo(2);
        assertThat(graph.at("/truncated").asBoolean()).isFalse();
        assertThat(nodes(graph(ADMIN, "contacts", people.get(0), 1))).containsExactly(people.get(0), company);
    }

    @Test
    void whatTheReaderMayNotSeeIsNeitherThereNorCounted() {
        String head = customer("看不见的集团");
        String own = make(COLLEAGUE, "customers", Map.of("name", "自己的客户"));
        ADMIN.patch("/api/v1/customers/" + own, ADMIN.get("/api/v1/customers/" + own).version(), Map.of("parentCompany", to(head))).expect(200);
        String person = contact(COLLEAGUE, "自己的联系人", own);
        String stranger = contact(ADMIN, "别人的联系人", head);
        related(person, stranger);
        make(ADMIN, "affiliations", Map.of("position", "顾问", "contact", to(stranger), "customer", to(own)));

        TestAnswer graph = graph(COLLEAGUE, "customers", own, 3);
        assertThat(nodes(graph)).containsExactly(own, person);
        assertThat(edges(graph)).containsExactly(person + " " + own);
        graph.at("/nodes").forEach(node -> assertThat(node.get("more")).isEmpty());
        assertThat(graph.content()).doesNotContain(head, stranger);
        assertThat(nodes(graph(ADMIN, "customers", own, 3))).contains(head, stranger);
        COLLEAGUE.get("/api/v1/customers/" + head + "/graph").expect(404);
        COLLEAGUE.get("/api/v1/customers/" + head + "/hierarchy").expect(404);
        assertThat(COLLEAGUE.get("/api/v1/customers/" + own + "/hierarchy").expect(200).at("/above")).isEmpty();
        COMPANY.nobody().get("/api/v1/customers/" + own + "/graph").expect(401);
    }

    @Test
    void whatIsNoMapIsRefused() {
        String company = customer("没有图");
        ADMIN.get("/api/v1/customers/" + company + "/graph?depth=4").expect(400);
        ADMIN.get("/api/v1/customers/" + company + "/graph?depth=0").expect(400);
        ADMIN.get("/api/v1/customers/01900000-0000-7000-8000-000000000000/graph").expect(404);
        String task = make(ADMIN, "tasks", Map.of("title", "x"));
        ADMIN.get("/api/v1/tasks/" + task + "/graph").expect(404);
        ADMIN.get("/api/v1/tasks/" + task + "/hierarchy").expect(404);
        assertThat(nodes(graph(ADMIN, "customers", company, 3))).containsExactly(company);
    }

    @Test
    void nobodyIsRelatedToThemselves() {
        String person = contact(ADMIN, "独自", customer("独自公司"));
        ADMIN.post("/api/v1/relationships", Map.of("person", to(person), "other", to(person))).expect(422).error("other");
    }

    @Test
    void noCompanyBelongsToItselfHoweverFarRound() {
        String a = customer("甲");
        String b = daughter("乙", a);
        String c = daughter("丙", b);

        TestAnswer refused = ADMIN.patch("/api/v1/customers/" + a, ADMIN.get("/api/v1/customers/" + a).version(), Map.of("parentCompany", to(c)));

        assertThat(Objects.requireNonNull(refused.expect(422).error("parentCompany")).get("message").asString()).contains("甲").contains("乙").contains("丙");
        ADMIN.patch("/api/v1/customers/" + a, ADMIN.get("/api/v1/customers/" + a).version(), Map.of("parentCompany", to(a))).expect(422);
    }

    @Test
    void aHierarchyTellsTheWayUpAndWhatIsBelowWithItsFigures() {
        String head = customer("集团");
        String company = daughter("公司", head);
        String one = daughter("一厂", company);
        String two = daughter("二厂", company);
        String shop = daughter("一厂门市", one);
        for (String each : List.of(company, one, shop)) {
            make(ADMIN, "opportunities", Map.of("title", "x", "customer", to(each), "amount", Map.of("amount", "100", "currency", "CNY")));
        }
        make(ADMIN, "opportunities", Map.of("title", "赢", "customer", to(shop), "stage", "won", "amount", Map.of("amount", "7", "currency", "CNY")));

        TestAnswer tree = ADMIN.get("/api/v1/customers/" + company + "/hierarchy").expect(200);

        assertThat(tree.at("/above").valueStream().map(node -> node.get("id").asString())).containsExactly(head);
        assertThat(tree.at("/node/records").asInt()).isEqualTo(3);
        assertThat(tree.at("/node/open/0/count").asInt()).isEqualTo(3);
        assertThat(tree.at("/node/open/0/base/amount").asDouble()).isEqualTo(300);
        Map<String, JsonNode> under = tree.at("/under").valueStream().collect(Collectors.toMap(node -> node.get("id").asString(), node -> node));
        assertThat(under.keySet()).containsExactlyInAnyOrder(one, two);
        assertThat(Objects.requireNonNull(under.get(one)).get("records").asInt()).isEqualTo(1);
        assertThat(Objects.requireNonNull(under.get(one)).at("/open/0/count").asInt()).isEqualTo(2);
        assertThat(Objects.requireNonNull(under.get(two)).get("open")).isEmpty();
        assertThat(tree.at("/exact").asBoolean()).isTrue();
    }

    /** @param pairs each a person, by their place, and whom they know */
    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void oneComesToThoseWhoAreNoFartherThanOneGoes(
            @ForAll @Size(max = 12) List<@IntRange(max = 63) Integer> pairs, @ForAll @IntRange(min = 1, max = 3) int depth) {
        List<String> people = IntStream.range(0, 8).mapToObj(at -> make(ADMIN, "contacts", Map.of("name", "人 " + at))).toList();
        Map<String, Set<String>> beside = new HashMap<>();
        List<String> drawn = new ArrayList<>();
        pairs.stream().filter(pair -> pair / 8 != pair % 8).forEach(pair -> {
            String one = people.get(pair / 8);
            String other = people.get(pair % 8);
            related(one, other);
            beside.computeIfAbsent(one, any -> new HashSet<>()).add(other);
            beside.computeIfAbsent(other, any -> new HashSet<>()).add(one);
            drawn.add(one + " " + other);
        });
        Set<String> inner = new HashSet<>();
        Set<String> reached = new HashSet<>(List.of(people.getFirst()));
        for (int step = 0; step < depth; step++) {
            inner.addAll(reached);
            List.copyOf(reached).forEach(person -> reached.addAll(beside.getOrDefault(person, Set.of())));
        }

        TestAnswer graph = graph(ADMIN, "contacts", people.getFirst(), depth);

        assertThat(nodes(graph)).containsExactlyInAnyOrderElementsOf(reached);
        assertThat(edges(graph)).containsExactlyInAnyOrderElementsOf(
                drawn.stream().filter(edge -> Stream.of(edge.split(" ")).anyMatch(inner::contains)).toList());
    }
}
