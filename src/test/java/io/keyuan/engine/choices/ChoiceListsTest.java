package io.keyuan.engine.choices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists of choices are edited as a whole, and what records have stays what it is. */
class ChoiceListsTest {

    private static final String LISTS = "/api/v1/choice-lists/";
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled");

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    private TestAnswer list(String id) {
        return admin.get(LISTS + id).expect(200);
    }

    /** The lines of a list as they are sent back. */
    private static List<Map<String, Object>> lines(TestAnswer list) {
        List<Map<String, Object>> lines = new ArrayList<>();
        list.at("/choices").forEach(choice -> {
            Map<String, Object> line = new HashMap<>();
            for (String name : List.of("code", "labels", "meaning", "color", "active", "initial", "chance")) {
                line.put(name, JsonMapper.shared().convertValue(choice.path(name), Object.class));
            }
            lines.add(line);
        });
        return lines;
    }

    private TestAnswer put(String id, long version, List<Map<String, Object>> lines) {
        return admin.with("If-Match", "\"" + version + "\"").put(LISTS + id, Map.of("choices", lines));
    }

    private TestAnswer put(String id, List<Map<String, Object>> lines) {
        return put(id, list(id).at("/version").asLong(), lines);
    }

    private static Map<String, Object> line(List<Map<String, Object>> lines, String code) {
        return lines.stream().filter(line -> code.equals(line.get("code"))).findFirst().orElseThrow();
    }

    private static List<String> codes(TestAnswer list) {
        return list.at("/choices").valueStream().map(choice -> choice.get("code").asString()).toList();
    }

    private String create(String object, Map<String, Object> values) {
        return admin.post("/api/v1/" + object + "?duplicates=allow", values).expect(201).id();
    }

    private JsonNode record(String object, String id) {
        return admin.get("/api/v1/" + object + "/" + id).expect(200).body();
    }

    private JsonNode choice(String attribute, String code) {
        String object = attribute.substring(0, attribute.indexOf('.'));
        return admin.get("/api/v1/metadata").expect(200).at("/objects").valueStream()
                .filter(type -> type.get("name").asString().equals(object))
                .flatMap(type -> type.get("attributes").valueStream())
                .filter(each -> each.get("name").asString().equals(attribute.substring(attribute.indexOf('.') + 1)))
                .flatMap(each -> each.get("choices").valueStream())
                .filter(each -> each.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyListSaysItselfBackAndTellsWhoComesTooLate() {
        admin.post("/api/v1/customers/attributes", Map.of("label", "Brand", "type", "choice", "choices", List.of("Red", "Blue"))).expect(201);
        admin.post("/api/v1/tasks/attributes", Map.of("label", "Rooms", "type", "choices", "choices", List.of("Hall", "Yard"))).expect(201);
        List<String> ids = admin.get("/api/v1/choice-lists").expect(200).items().stream().map(item -> item.get("id").asString()).toList();

        assertThat(ids).contains("opportunities.stage", "customers.tags", "customers.c_brand", "tasks.c_rooms").doesNotContain("users.account");
        ids.forEach(id -> {
            TestAnswer before = list(id);
            List<Map<String, Object>> turned = lines(before).reversed();
            long version = before.at("/version").asLong();
            TestAnswer after = put(id, version, turned).expect(200);
            assertThat(codes(after)).as(id).isEqualTo(codes(before).reversed());
            if (codes(before).size() > 1) {
                put(id, version, turned).expect(412);
                assertThat(after.at("/version").asLong()).isEqualTo(version + 1);
            }
            admin.put(LISTS + id, Map.of("choices", turned)).expect(428);
        });
    }

    @Test
    void whatIsPutOutOfUseStaysWhereItIsAndIsGivenToNobodyElse() {
        String id = create("customers", Map.of("name", "Old", "source", "exhibition", "tags", List.of("vip-less", "watch").subList(1, 2)));
        List<Map<String, Object>> sources = lines(list("customers.source"));
        line(sources, "exhibition").put("active", false);
        put("customers.source", sources).expect(200);
        List<Map<String, Object>> tags = lines(list("customers.tags"));
        line(tags, "watch").put("active", false);
        put("customers.tags", tags).expect(200);

        assertThat(admin.post("/api/v1/customers", Map.of("name", "New", "source", "exhibition")).expect(422).error("source")).isNotNull();
        assertThat(admin.post("/api/v1/customers", Map.of("name", "New", "tags", List.of("watch"))).expect(422).text("/errors/0/code")).isEqualTo("inactive-choice");
        admin.patch("/api/v1/customers/" + id, 1, Map.of("name", "Older", "source", "exhibition", "tags", List.of("watch", "important"))).expect(200);
        assertThat(record("customers", id).get("source").asString()).isEqualTo("exhibition");
        assertThat(admin.get("/api/v1/customers?filter=" + TestClient.encoded("source == 'exhibition'")).expect(200).items()).hasSize(1);
        assertThat(choice("customers.source", "exhibition").get("active").asBoolean()).isFalse();
    }

    @Test
    void aListIsRefusedWithEverythingThatIsWrong() {
        List<Map<String, Object>> stages = lines(list("opportunities.stage"));
        assertThat(put("opportunities.stage", stages.stream().filter(line -> !"won".equals(line.get("code"))).toList()).expect(422).text("/errors/0/code"))
                .isEqualTo("meaning-needed");
        line(stages, "prospecting").put("initial", false);
        line(stages, "won").put("initial", true);
        assertThat(put("opportunities.stage", stages).expect(422).text("/errors/0/code")).isEqualTo("initial-needed");

        List<Map<String, Object>> others = lines(list("opportunities.stage"));
        line(others, "won").put("meaning", "lost");
        others.add(Map.of("label", "x".repeat(101), "meaning", "open"));
        others.add(Map.of("label", "Review"));
        others.add(Map.of("label", "Won", "meaning", "won"));
        others.add(Map.of("code", "won"));
        others.add(Map.of("label", "Blue", "meaning", "open", "color", "blue"));
        others.add(Map.of("labels", Map.of("fr", "Bleu"), "meaning", "open"));
        TestAnswer refused = put("opportunities.stage", others).expect(422);
        assertThat(refused.at("/errors").valueStream().map(error -> error.get("code").asString())).contains(
                "meaning-fixed", "too-long", "required", "choice-there", "choice-twice", "not-choice", "unknown-language");

        create("customers", Map.of("name", "Has a grade", "grade", "b"));
        assertThat(put("customers.grade", lines(list("customers.grade")).stream().filter(line -> !"b".equals(line.get("code"))).toList())
                .expect(422).text("/errors/0/code")).isEqualTo("choice-used");
        put("customers.grade", lines(list("customers.grade")).stream().filter(line -> !"c".equals(line.get("code"))).toList()).expect(200);
        assertThat(codes(list("customers.grade"))).containsExactly("a", "b", "d");
        company.person("lin").get(LISTS + "customers.grade").expect(403);
        admin.get(LISTS + "customers.name").expect(404);
        admin.get(LISTS + "users.account").expect(404);
    }

    @Test
    void stagesAreCalledAndOrderedAsTheCompanyWishesAndBoardsFollow() {
        List<Map<String, Object>> stages = lines(list("opportunities.stage"));
        stages.add(2, Map.of("labels", Map.of("en", "Pilot", "zh-CN", "试用"), "meaning", "open", "color", "plum"));
        line(stages, "engaging").put("initial", true);
        line(stages, "prospecting").put("initial", false);
        line(stages, "won").put("labels", Map.of("en", "Signed"));
        TestAnswer after = put("opportunities.stage", stages).expect(200);

        assertThat(codes(after)).startsWith("prospecting", "engaging", "pilot", "proposing");
        assertThat(choice("opportunities.stage", "won").get("label").asString()).isEqualTo("Signed");
        String id = create("opportunities", Map.of("title", "Deal"));
        assertThat(record("opportunities", id).get("stage").asString()).isEqualTo("engaging");
        admin.patch("/api/v1/opportunities/" + id, 1, Map.of("stage", "pilot")).expect(200);
        assertThat(admin.get("/api/v1/opportunities?filter=" + TestClient.encoded("stage.meaning == 'open'")).expect(200).items()).hasSize(1);
    }

    @Test
    void aStageSaysHowLikelyItIsUntilSomebodyKnowsBetter() {
        List<Map<String, Object>> stages = lines(list("opportunities.stage"));
        line(stages, "prospecting").put("chance", 10);
        line(stages, "engaging").put("chance", 25);
        line(stages, "proposing").put("chance", 60);
        TestAnswer saved = put("opportunities.stage", stages).expect(200);
        assertThat(saved.at("/chances").asBoolean()).isTrue();

        String id = create("opportunities", Map.of("title", "Deal"));
        assertThat(chance(id)).isEqualByComparingTo("10");
        move(id, Map.of("stage", "engaging"));
        assertThat(chance(id)).isEqualByComparingTo("25");
        move(id, Map.of("stage", "proposing", "probability", 40));
        assertThat(chance(id)).isEqualByComparingTo("40");
        move(id, Map.of("stage", "engaging"));
        assertThat(chance(id)).isEqualByComparingTo("40");
        // A stage that says nothing leaves it; what it says again is what the stage says.
        move(id, Map.of("probability", 25));
        move(id, Map.of("stage", "negotiating"));
        assertThat(chance(id)).isEqualByComparingTo("25");
        move(id, Map.of("stage", "prospecting"));
        assertThat(chance(id)).isEqualByComparingTo("25");
        move(id, Map.of("stage", "won"));
        assertThat(chance(id)).isEqualByComparingTo("100");

        line(stages, "engaging").put("chance", 101);
        assertThat(put("opportunities.stage", stages).expect(422).text("/errors/0/code")).isEqualTo("above-maximum");
        line(stages, "engaging").put("chance", new BigDecimal("1E-9999"));
        assertThat(put("opportunities.stage", stages).expect(422).text("/errors/0/code")).isEqualTo("too-many-decimals");
        List<Map<String, Object>> grades = lines(list("customers.grade"));
        line(grades, "a").put("chance", 5);
        assertThat(put("customers.grade", grades).expect(422).text("/errors/0/code")).isEqualTo("not-writable");
    }

    private void move(String id, Map<String, Object> values) {
        admin.patch("/api/v1/opportunities/" + id, record("opportunities", id).get("version").asLong(), values).expect(200);
    }

    private BigDecimal chance(String id) {
        return new BigDecimal(record("opportunities", id).get("probability").asString());
    }

    @Test
    void oneReplacesAnotherInAllRecordsWhoeverMayChangeThem() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(create("customers", Map.of("name", "Of the fair " + i, "source", "exhibition", "tags", List.of("watch", "important"))));
        }
        String binned = create("customers", Map.of("name", "In the bin", "tags", List.of("watch")));
        admin.delete("/api/v1/customers/" + binned).expect(204);

        JsonNode done = ended(admin.post(LISTS + "customers.source/replacements", Map.of("from", "exhibition", "to", "referral")).expect(202).id());
        assertThat(done.at("/result/updated").asInt()).isEqualTo(3);
        assertThat(done.at("/result/dropped").asBoolean()).isTrue();
        assertThat(codes(list("customers.source"))).doesNotContain("exhibition");
        JsonNode kept = ended(admin.post(LISTS + "customers.tags/replacements", Map.of("from", "watch", "to", "followUp")).expect(202).id());
        assertThat(kept.at("/result/dropped").asBoolean()).isFalse();
        assertThat(codes(list("customers.tags"))).contains("watch");

        ids.forEach(id -> {
            assertThat(record("customers", id).get("source").asString()).isEqualTo("referral");
            assertThat(record("customers", id).get("tags").valueStream().map(JsonNode::asString)).containsExactly("important", "followUp");
        });
        assertThat(admin.post(LISTS + "opportunities.stage/replacements", Map.of("from", "lost", "to", "won")).expect(422).text("/errors/0/code"))
                .isEqualTo("other-meaning");
        assertThat(admin.post(LISTS + "opportunities.stage/replacements", Map.of("from", "prospecting", "to", "engaging")).expect(422).text("/errors/0/code"))
                .isEqualTo("initial-replaced");
    }

    private JsonNode ended(String job) {
        String address = "/api/v1/jobs/" + job;
        await().atMost(LONG).until(() -> ENDED.contains(admin.get(address).expect(200).text("/state")));
        JsonNode ended = admin.get(address).body();
        assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("done");
        return ended;
    }
}
