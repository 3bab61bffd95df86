package io.keyuan.engine.choices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Records hold several choices: what comes and goes of them, and how they are found, brought in and taken out. */
class TagsTest {

    private static final String CUSTOMERS = "/api/v1/customers";
    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled", "undone");
    private static final Duration LONG = Duration.ofMinutes(2);

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    private String customer(String name, String... tags) {
        return admin.post(CUSTOMERS, Map.of("name", name, "tags", List.of(tags))).expect(201).id();
    }

    private List<String> tags(String id) {
        JsonNode tags = admin.get(CUSTOMERS + "/" + id).expect(200).body().path("tags");
        return tags.valueStream().map(JsonNode::asString).toList();
    }

    private List<String> found(String filter) {
        return admin.get(CUSTOMERS + "?sort=name&filter=" + TestClient.encoded(filter)).expect(200).items().stream()
                .map(item -> item.get("name").asString())
                .toList();
    }

    private JsonNode ended(@Nullable String job) {
        String address = "/api/v1/jobs/" + job;
        await().atMost(LONG).until(() -> ENDED.contains(admin.get(address).expect(200).text("/state")));
        return admin.get(address).body();
    }

    private JsonNode bulk(Map<String, Object> order) {
        return ended(admin.post(CUSTOMERS + "/bulk", order).expect(202).id());
    }

    @Test
    void theyStandInTheOrderOfTheListAndNoneTwice() {
        String id = customer("A", "watch", "important", "watch");

        assertThat(tags(id)).containsExactly("important", "watch");
        admin.patch(CUSTOMERS + "/" + id, 1, Map.of("tags", List.of())).expect(200);
        assertThat(tags(id)).isEmpty();
        assertThat(found("!has(tags)")).containsExactly("A");
    }

    @Test
    void whoeverAddsOneLeavesTheOthers() {
        String id = customer("A", "watch");

        admin.patch(CUSTOMERS + "/" + id, 1, Map.of("tags", Map.of("add", List.of("important"), "remove", List.of("followUp")))).expect(200);
        admin.patch(CUSTOMERS + "/" + id, 2, Map.of("tags", Map.of("remove", List.of("watch")))).expect(200);

        assertThat(tags(id)).containsExactly("important");
        admin.patch(CUSTOMERS + "/" + id, 3, Map.of("tags", Map.of("take", List.of("watch")))).expect(422);
        admin.patch(CUSTOMERS + "/" + id, 3, Map.of("tags", List.of("nobody's"))).expect(422);
        admin.patch(CUSTOMERS + "/" + id, 3, Map.of("tags", "important")).expect(422);
    }

    @Test
    void manyAreTaggedAtOnceAfterALookAndItIsTakenBack() {
        String first = customer("A", "watch");
        String second = customer("B", "important");
        customer("C");
        Map<String, Object> order = Map.of("filter", "", "update", Map.of("tags", Map.of("add", List.of("important"))));

        JsonNode looked = bulk(Map.of("filter", "", "update", order.get("update"), "dryRun", true));
        JsonNode done = bulk(order);

        assertThat(looked.at("/result/updated").asInt()).isEqualTo(2);
        assertThat(looked.at("/result/skipped").asInt()).isEqualTo(1);
        assertThat(done.path("result")).isEqualTo(looked.path("result"));
        assertThat(tags(first)).containsExactly("important", "watch");
        ended(admin.post("/api/v1/jobs/" + done.get("id").asString() + "/undo", Map.of()).expect(202).id());
        assertThat(tags(first)).containsExactly("watch");
        assertThat(tags(second)).containsExactly("important");
    }

    @Test
    void whoeverSetsUpTheObjectAddsOneAndEverybodyHasIt() {
        TestClient lin = company.person("lin");
        Map<String, Object> wanted = Map.of("object", "customers", "attribute", "tags", "label", "展会 2026");

        lin.post("/api/v1/choices", wanted).expect(403);
        String code = admin.post("/api/v1/choices", wanted).expect(201).text("/code");

        String id = lin.post(CUSTOMERS, Map.of("name", "A", "tags", List.of(code))).expect(201).id();
        assertThat(tags(id)).containsExactly(code);
        assertThat(admin.post("/api/v1/choices", wanted).expect(422).text("/errors/0/code")).isEqualTo("choice-there");
        assertThat(admin.post("/api/v1/choices", Map.of("object", "customers", "attribute", "tags", "label", "a; b")).expect(422).text("/errors/0/code"))
                .isEqualTo("two-choices");
        admin.post("/api/v1/choices", Map.of("object", "customers", "attribute", "kind", "label", "x")).expect(422);
        admin.post("/api/v1/choices", Map.of("object", "customers", "attribute", "name", "label", "x")).expect(422);
    }

    @Test
    void recordsAreFoundByTheWordsOfTheirTagsInAnyLanguage() {
        customer("A", "important");
        customer("B", "watch");

        for (String words : List.of("重要", "Important")) {
            List<String> hits = admin.get("/api/v1/search?q=" + TestClient.encoded(words)).expect(200).items().stream()
                    .map(hit -> hit.get("title").asString())
                    .toList();
            assertThat(hits).as(words).containsExactly("A");
        }
    }

    @Test
    void chartsPutARecordWithEachOfItsTags() {
        customer("A", "important", "watch");
        customer("B", "watch");
        customer("C");

        JsonNode groups = admin.get(CUSTOMERS + "/aggregate?group=tags&measure=count").expect(200).body().get("groups");

        List<String> counted = groups.valueStream().map(group -> group.path("tags").asString("none") + " " + group.get("count").asInt()).toList();
        assertThat(counted).hasSize(3).contains("important 1", "watch 2");
    }

    @Test
    void aPastMomentAndTheHistoryTellWhatWasHeld() {
        String id = customer("A", "watch");
        admin.patch(CUSTOMERS + "/" + id, 1, Map.of("tags", List.of("important"))).expect(200);

        JsonNode change = admin.get(CUSTOMERS + "/" + id + "/timeline").expect(200).items().stream()
                .flatMap(entry -> entry.path("changes").valueStream())
                .filter(each -> each.path("attribute").asString("").equals("tags") && each.path("old").isArray())
                .findFirst()
                .orElseThrow();
        assertThat(change.get("old").get(0).asString()).isEqualTo("watch");
        assertThat(change.get("new").get(0).asString()).isEqualTo("important");
    }
}
