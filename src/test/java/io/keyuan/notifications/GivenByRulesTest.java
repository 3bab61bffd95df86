package io.keyuan.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What sharing rules give people, they are told of: how much by which rule, not record by record. */
class GivenByRulesTest {

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final TestClient lin = company.person("lin");
    private final Inbox ofLin = new Inbox(lin);

    private Map<String, Object> rule(TestClient... people) {
        return Map.of(
                "object", "customers", "name", "重点客户", "condition", "name.contains('重点')", "editing", false, "along", true, "active", true,
                "targets", List.of(people).stream().map(person -> Map.of("kind", "user", "id", person.person())).toList());
    }

    private void customers(String name, int many) {
        List<Map<String, Object>> rows = IntStream.range(0, many).mapToObj(i -> Map.<String, Object>of("name", name + " " + i)).toList();
        admin.post("/api/v1/customers/batch", Map.of("create", rows)).expect(200);
    }

    private void end() {
        await().atMost(Duration.ofMinutes(1)).until(() -> admin.get("/api/v1/jobs").expect(200).items().stream()
                .allMatch(job -> job.get("state").asString().equals("done")));
    }

    @Test
    void whatANewRuleGivesIsOneNotice() {
        customers("重点客户", 40);
        customers("其他客户", 3);

        admin.post("/api/v1/sharing-rules", rule(lin, admin)).expect(201);

        JsonNode told = ofLin.await("The sharing rule “重点客户” gives you 40 Customers");
        assertThat(told.get("kind").asString()).isEqualTo("shared");
        assertThat(ofLin.of("shared")).hasSize(1);
        assertThat(new Inbox(admin).of("shared")).as("they did it themselves").isEmpty();
    }

    @Test
    void whatARuleGivesFromThenOnJoinsWhatIsUnread() {
        admin.post("/api/v1/sharing-rules", rule(lin)).expect(201);
        end();
        assertThat(ofLin.of("shared")).as("nothing was given yet").isEmpty();

        admin.post("/api/v1/customers", Map.of("name", "重点 远山科技")).expect(201);
        ofLin.await("The sharing rule “重点客户” gives you 重点 远山科技");
        admin.post("/api/v1/customers", Map.of("name", "无关紧要")).expect(201);
        customers("重点客户", 30);

        ofLin.await("The sharing rule “重点客户” gives you 31 Customers");
        assertThat(ofLin.of("shared")).hasSize(1);
    }

    @Test
    void aChangeThatGivesNothingNewTellsNothing() {
        TestAnswer customer = admin.post("/api/v1/customers", Map.of("name", "重点 远山科技")).expect(201);
        admin.post("/api/v1/sharing-rules", rule(lin)).expect(201);
        ofLin.readAll();
        JsonNode told = ofLin.await("The sharing rule “重点客户” gives you 重点 远山科技");
        ofLin.read(told);

        admin.patch("/api/v1/customers/" + customer.id(), customer.version(), Map.of("remarks", "x")).expect(200);
        admin.post("/api/v1/customers", Map.of("name", "给林的", "owner", Map.of("id", lin.person()))).expect(201);

        ofLin.await(item -> item.get("kind").asString().equals("assigned"));
        assertThat(ofLin.of("shared")).singleElement().satisfies(item -> assertThat(item.get("unread").asBoolean()).isFalse());
    }

    @Test
    void whoeverJoinsThoseServedIsToldWhatThereIs() {
        customers("重点客户", 5);
        TestClient wang = company.person("wang");
        String rule = admin.post("/api/v1/sharing-rules", rule(lin)).expect(201).id();
        ofLin.await("The sharing rule “重点客户” gives you 5 Customers");

        admin.put("/api/v1/sharing-rules/" + rule, rule(lin, wang)).expect(200);

        new Inbox(wang).await("The sharing rule “重点客户” gives you 5 Customers");
        assertThat(ofLin.of("shared")).singleElement().satisfies(item -> assertThat(item.get("count").asInt()).isEqualTo(5));
    }
}
