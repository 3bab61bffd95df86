package io.keyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Views are one's own until they are shared, and never show more than a list does. */
class SavedViewsTest {

    private static final TestTenant TENANT = RunningProgram.freshTenant();

    private static final TestClient ADMIN = TENANT.administrator();
    private static final TestClient LIN = TENANT.person("lin");
    private static final TestClient ZHOU = TENANT.person("zhou");

    @Test
    void aViewComesBackAsItWasKept() {
        TestAnswer kept = LIN.post("/api/v1/views", view("A 级 30 天未联系", Map.of(
                "filter", "grade == 'a' && lastContactAt < daysAgo(30)", "sort", List.of("-revenue", "name"),
                "columns", List.of("name", "grade", "owner"), "shows", "chart", "group", "grade", "measure", "count", "kind", "bars"))).expect(201);

        TestAnswer found = LIN.get("/api/v1/views?object=customers").expect(200);

        assertThat(found.items().stream().filter(item -> item.get("id").asString().equals(kept.id())).findFirst().orElseThrow()).isEqualTo(kept.body());
        assertThat(kept.at("/columns").toString()).isEqualTo("[\"name\",\"grade\",\"owner\"]");
        assertThat(kept.text("/owner/title")).isNotBlank();
        assertThat(kept.at("/mayChange").asBoolean()).isTrue();
    }

    @Test
    void nobodyHasItUnlessItIsShared() {
        String id = LIN.post("/api/v1/views", view("mine alone", Map.of())).expect(201).id();

        assertThat(names(ZHOU)).doesNotContain("mine alone");
        ZHOU.with("If-Match", "\"1\"").put("/api/v1/views/" + id, view("taken", Map.of())).expect(404);
        ZHOU.delete("/api/v1/views/" + id).expect(404);
    }

    @Test
    void whoeverItIsSharedWithHasItButDoesNotChangeIt() {
        String id = LIN.post("/api/v1/views", view("for zhou", Map.of("sharedWith", List.of(ZHOU.person())))).expect(201).id();

        assertThat(names(ZHOU)).contains("for zhou");
        assertThat(ZHOU.get("/api/v1/views?object=customers").items().stream()
                .filter(item -> item.get("id").asString().equals(id)).findFirst().orElseThrow().get("mayChange").asBoolean()).isFalse();
        ZHOU.with("If-Match", "\"1\"").put("/api/v1/views/" + id, view("taken", Map.of())).expect(403);
        ZHOU.delete("/api/v1/views/" + id).expect(403);

        LIN.with("If-Match", "\"1\"").put("/api/v1/views/" + id, view("mine again", Map.of())).expect(200);
        assertThat(names(ZHOU)).doesNotContain("mine again", "for zhou");
    }

    @Test
    void peopleOfARoleBeginWithTheirView() {
        TestClient newcomer = TENANT.person("newcomer");
        List<Map<String, Object>> grants = List.of(Map.of("object", "customers", "rights", List.of("read"), "read", Map.of("scopes", List.of("all"))));
        String role = ADMIN.post("/api/v1/roles", Map.of("name", "Newcomers", "grants", grants)).expect(201).id();
        ADMIN.put("/api/v1/users/" + newcomer.person() + "/roles", Map.of("roles", List.of(role))).expect(200);
        assertThat(first(newcomer)).isEmpty();

        TestAnswer kept = ADMIN.post("/api/v1/views", view("to begin with", Map.of("filter", "grade == 'a'", "firstFor", List.of(role)))).expect(201);

        assertThat(kept.text("/firstFor/0/title")).isEqualTo("Newcomers");
        assertThat(names(newcomer)).contains("to begin with");
        assertThat(names(LIN)).doesNotContain("to begin with");
        assertThat(first(newcomer)).isEqualTo(kept.id());
        assertThat(first(LIN)).isEmpty();
        ADMIN.with("If-Match", "\"1\"").put("/api/v1/views/" + kept.id(), view("still", Map.of())).expect(200);
        assertThat(first(newcomer)).as("who does not speak of it leaves it").isEqualTo(kept.id());
        ADMIN.with("If-Match", "\"2\"").put("/api/v1/views/" + kept.id(), view("no more", Map.of("firstFor", List.of()))).expect(200);
        assertThat(first(newcomer)).isEmpty();
        assertThat(names(newcomer)).doesNotContain("no more");
    }

    @Test
    void whatOthersBeginWithIsNotForEverybodyToSay() {
        String role = ADMIN.post("/api/v1/roles", Map.of("name", "Others", "grants", List.of())).expect(201).id();

        LIN.post("/api/v1/views", view("mine for all", Map.of("firstFor", List.of(role)))).expect(403);
        ADMIN.post("/api/v1/views", view("for nobody", Map.of("firstFor", List.of(LIN.person())))).expect(422);
    }

    private static String first(TestClient reader) {
        return reader.get("/api/v1/metadata").expect(200).at("/objects").valueStream()
                .filter(object -> object.get("name").asString().equals("customers"))
                .map(object -> object.at("/first/id").asString(""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyGroupsOneIsInCanBeNamed() {
        String team = ADMIN.post("/api/v1/teams", Map.of("name", "East " + System.nanoTime())).expect(201).id();

        LIN.post("/api/v1/views", view("for a team", Map.of("sharedWith", List.of(team)))).expect(403);
        String id = ADMIN.post("/api/v1/views", view("for a team", Map.of("sharedWith", List.of(team)))).expect(201).id();
        assertThat(names(LIN)).doesNotContain("for a team");
        ADMIN.delete("/api/v1/views/" + id).expect(204);
    }

    @Test
    void everybodyIsServedByWhoSetsUpTheObject() {
        LIN.post("/api/v1/views", view("for all", Map.of("everyone", true))).expect(403);
        String id = ADMIN.post("/api/v1/views", view("for all", Map.of("everyone", true))).expect(201).id();

        assertThat(names(LIN)).contains("for all");
        assertThat(names(ZHOU)).contains("for all");
        ADMIN.delete("/api/v1/views/" + id).expect(204);
        assertThat(names(LIN)).doesNotContain("for all");
    }

    @Test
    void ofTwoWhoWriteTheSecondIsTold() {
        String id = LIN.post("/api/v1/views", view("once", Map.of())).expect(201).id();
        LIN.with("If-Match", "\"1\"").put("/api/v1/views/" + id, view("twice", Map.of())).expect(200);

        LIN.with("If-Match", "\"1\"").put("/api/v1/views/" + id, view("thrice", Map.of())).expect(412);
        LIN.put("/api/v1/views/" + id, view("thrice", Map.of())).expect(428);
        assertThat(names(LIN)).contains("twice").doesNotContain("thrice");
    }

    @Test
    void whatIsWrongIsSaidBesideItsCause() {
        assertThat(LIN.post("/api/v1/views", view(" ", Map.of())).expect(422).error("name")).isNotNull();
        assertThat(LIN.post("/api/v1/views", view("a", Map.of("filter", "grade === 'A'"))).expect(422).error("filter")).isNotNull();
        assertThat(LIN.post("/api/v1/views", view("a", Map.of("filter", "nothing == 1"))).expect(422).error("filter")).isNotNull();
        assertThat(LIN.post("/api/v1/views", view("a", Map.of("columns", List.of("nothing")))).expect(422).error("columns")).isNotNull();
        assertThat(LIN.post("/api/v1/views", view("a", Map.of("sort", List.of("-")))).expect(422).error("sort")).isNotNull();
        assertThat(LIN.post("/api/v1/views", view("a", Map.of("sharedWith", List.of("nobody")))).expect(422).error("sharedWith")).isNotNull();
        assertThat(LIN.post("/api/v1/views", Map.of("object", "nothing", "name", "a")).expect(422).error("object")).isNotNull();
        LIN.get("/api/v1/views?object=nothing").expect(404);
        LIN.get("/api/v1/views").expect(400);
    }

    private static Map<String, @Nullable Object> view(String name, Map<String, ?> more) {
        Map<String, @Nullable Object> view = new HashMap<>(Map.of("object", "customers", "name", name));
        view.putAll(more);
        return view;
    }

    private static List<String> names(TestClient client) {
        return client.get("/api/v1/views?object=customers").expect(200).items().stream().map(item -> item.get("name").asString()).toList();
    }
}
