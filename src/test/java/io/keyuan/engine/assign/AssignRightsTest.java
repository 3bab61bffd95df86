package io.keyuan.engine.assign;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestDatabase;
import io.keyuan.TestNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Seeing and changing a record is one thing, giving it away another. */
class AssignRightsTest {

    private static TestNode node;
    private static Assigner admin;
    private static TestClient somebody;
    private static String somebodyElse;

    @BeforeAll
    static void start() {
        node = TestNode.start(TestDatabase.create(), NarrowAccess.class);
        admin = new Assigner(node.signedIn());
        TestAnswer made = admin.client().post("/api/v1/users", Map.of("name", "Lin", "login", "lin")).expect(201);
        String once = admin.client().post("/api/v1/users/" + made.id() + "/invite", Map.of()).expect(200).text("/password");
        somebody = node.signedIn("lin", once);
        somebody.put("/api/v1/session/password", Map.of("current", once, "password", "seven quiet herons")).expect(204);
        somebodyElse = admin.client().post("/api/v1/users", Map.of("name", "Wang")).expect(201).id();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private String mine = "";
    private String others = "";

    @BeforeEach
    void make() {
        mine = admin.make("customers", Map.of("name", "Mine"), somebody.person());
        others = admin.make("customers", Map.of("name", "Others"), somebodyElse);
    }

    @Test
    void whatOneSeesAndMayNotGiveAwayIsRefused() {
        TestAnswer refused = somebody.post("/api/v1/customers/" + others + "/assign", Map.of("to", somebody.person())).expect(403);

        assertThat(refused.at("/errors/0/code").asString()).isEqualTo("may-not-assign");
        assertThat(admin.owner("customers", others)).isEqualTo(somebodyElse);
        somebody.post("/api/v1/customers/" + mine + "/assign", Map.of("to", somebodyElse)).expect(200);
    }

    @Test
    void whoMayChangeARecordMayNotThereforeChangeItsOwner() {
        Map<String, Object> owner = Map.of("owner", Map.of("id", somebody.person()));

        assertThat(somebody.patch("/api/v1/customers/" + others, 1, owner).expect(403).error("owner")).isNotNull();
        somebody.patch("/api/v1/customers/" + others, 1, Map.of("name", "Theirs")).expect(200);
        somebody.patch("/api/v1/customers/" + mine, 1, Map.of("owner", Map.of("id", somebodyElse))).expect(200);
        Map<String, Object> row = Map.of("id", others, "owner", Map.of("id", somebody.person()));
        assertThat(somebody.post("/api/v1/customers/batch", Map.of("update", List.of(row))).expect(200).at("/results/0/status").asInt()).isEqualTo(403);
    }

    @Test
    void whatMayNotMoveAlongStaysAndIsCounted() {
        String own = admin.make("contacts", Map.of("name", "Own", "customer", Map.of("id", mine)), somebody.person());
        String foreign = admin.make("contacts", Map.of("name", "Foreign", "customer", Map.of("id", mine)), admin.client().person());
        String task = admin.make("tasks", Map.of("title", "Task", "customer", Map.of("id", mine)), somebody.person());

        TestAnswer answer = somebody.post("/api/v1/customers/" + mine + "/assign", Map.of(
                "to", somebodyElse, "along", List.of("contacts", "tasks"), "alongOf", "anyone")).expect(200);

        assertThat(admin.owner("contacts", own)).isEqualTo(somebodyElse);
        assertThat(admin.owner("contacts", foreign)).isEqualTo(admin.client().person());
        assertThat(admin.owner("tasks", task)).isEqualTo(somebody.person());
        JsonNode contacts = answer.at("/moved").valueStream().filter(each -> each.path("object").asString().equals("contacts")).findFirst().orElseThrow();
        assertThat(contacts.path("moved").asInt()).isEqualTo(1);
        assertThat(contacts.path("stayed").asInt()).isEqualTo(1);
        assertThat(contacts.at("/why/0/message").asString()).isEqualTo("You may not give this record to somebody else.");
        assertThat(contacts.at("/why/0/count").asInt()).isEqualTo(1);
    }

    @Test
    void ofManyThoseThatMayNotBeGivenAwayFailAndAreListed() {
        var lin = new Assigner(somebody);

        JsonNode job = lin.assignMany("customers", Map.of("ids", List.of(mine, others), "to", somebodyElse));

        assertThat(job.at("/result/updated").asInt()).isEqualTo(1);
        assertThat(job.at("/result/failed").asInt()).isEqualTo(1);
        assertThat(somebody.get(job.path("failures").asString()).expect(200).content())
                .contains(others, "Others", "You may not give this record to somebody else.").doesNotContain(mine);
    }

    @Test
    void eachRightIsAskedFor() {
        String task = admin.make("tasks", Map.of("title", "Task"), somebody.person());
        String contact = admin.make("contacts", Map.of("name", "Own"), somebody.person());
        Map<String, String> to = Map.of("to", somebodyElse);

        assertThat(somebody.post("/api/v1/tasks/" + task + "/assign", to).expect(403).at("/errors/0/code").asString()).isEqualTo("may-not-assign");
        assertThat(somebody.post("/api/v1/tasks/assign", Map.of("filter", "", "to", somebodyElse)).expect(403).at("/errors/0/code").asString())
                .isEqualTo("may-not-assign");
        assertThat(somebody.post("/api/v1/contacts/assign", Map.of("filter", "", "to", somebodyElse)).expect(403).at("/errors/0/code").asString())
                .isEqualTo("may-not-bulk");
        somebody.post("/api/v1/contacts/" + contact + "/assign", to).expect(200);
        JsonNode rights = somebody.get("/api/v1/metadata").expect(200).at("/objects").valueStream()
                .filter(each -> each.path("name").asString().equals("tasks")).findFirst().orElseThrow().path("rights");
        assertThat(rights.path("assign").asBoolean()).isFalse();
        assertThat(rights.path("configure").asBoolean()).isFalse();
    }
}
