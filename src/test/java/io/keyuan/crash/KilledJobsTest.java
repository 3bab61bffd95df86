package io.keyuan.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Long work whose program is killed is completed by the next start as if nothing had happened: a sample company is filled once, a file
 * has every record once, rules act once for each record, and what is calculated follows everywhere.
 */
class KilledJobsTest {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int MANY = 11_000;
    private static final int RULED = 4_000;
    private static final int IN_AN_HOUR = 2_000;
    private static final int TOGETHER = 1_000;
    private static final int FOLLOWERS = 6_000;
    private static final List<String> OBJECTS = List.of(
            "departments", "users", "teams", "team-members", "memberships", "absences", "exchange-rates", "products", "competitors", "folders",
            "document-templates", "customers", "contacts", "affiliations", "relationships", "opportunities", "leads", "contact-logs", "tasks");

    @Test
    void theNextStartCompletesItAndTheOneAfterChangesNothing(@TempDir Path home) throws Exception {
        try (var victim = new Victim(home)) {
            victim.start("--demo");
            await().atMost(LONG).until(() -> job(victim.client()).get("progress").asDouble() > 0.05);
            victim.killProgram();

            victim.start("--demo");
            await().atMost(LONG).until(() -> job(victim.client()).get("state").asString().equals("done"));
            int created = job(victim.client()).at("/result/created").asInt();
            assertThat(records(victim.client())).as("records beside the administrator").isEqualTo(created);
            assertThat(count(victim.client(), "customers")).isEqualTo(1000);

            assertThat(victim.terminate()).isZero();
            victim.start("--demo");
            assertThat(records(victim.client())).isEqualTo(created);
            assertThat(victim.client().get("/api/v1/jobs").expect(200).items()).hasSize(1);

            anExportGoesOnWhereItWas(victim);
            rulesGoOnWhereTheyWere(victim);
            whatIsCalculatedFollowsEverywhere(victim);
        }
    }

    private static void anExportGoesOnWhereItWas(Victim victim) throws Exception {
        for (int from = 0; from < MANY; from += MANY / 2) {
            List<Map<String, Object>> rows = IntStream.range(from, from + MANY / 2).<Map<String, Object>>mapToObj(row -> Map.of("name", "Number " + row)).toList();
            victim.client().post("/api/v1/customers/batch", Map.of("create", rows)).expect(200);
        }
        String export = victim.client().post("/api/v1/customers/export", Map.of("fields", "id", "bom", false)).expect(202).header("Location");
        await().atMost(LONG).pollInterval(Duration.ofMillis(2)).until(() -> victim.client().get(export).expect(200).at("/progress").asDouble() > 0);
        victim.killProgram();

        victim.start();
        await().atMost(LONG).until(() -> victim.client().get(export).expect(200).text("/state").equals("done"));
        List<String> lines = victim.client().get(export + "/file").expect(200).content().lines().skip(1).toList();
        assertThat(lines).hasSize(count(victim.client(), "customers")).doesNotHaveDuplicates();
    }

    /** Killed in the midst of it, and held back by how much rules may do in an hour, a rule acts for every record, and never twice. */
    private static void rulesGoOnWhereTheyWere(Victim victim) throws Exception {
        String task = "What a rule made";
        String rule = victim.client().post("/api/v1/automation-rules", Map.of(
                "object", "customers", "name", "Call them", "trigger", Map.of("kind", "created"),
                "actions", List.of(Map.of("kind", "create", "object", "tasks", "values", List.of(
                        Map.of("attribute", "title", "text", task), Map.of("attribute", "customer", "from", "id")))))).expect(201).id();
        Map<String, String> heldBack = Map.of("KEYUAN_AUTOMATION_RUNSPERHOUR", String.valueOf(IN_AN_HOUR));
        assertThat(victim.terminate()).isZero();
        victim.startWith(heldBack);
        create(victim.client(), "customers", RULED, row -> Map.of("name", "Ruled " + row));
        await().atMost(LONG).pollInterval(Duration.ofMillis(5)).until(() -> made(victim.client(), task) > 0);
        victim.killProgram();

        victim.startWith(heldBack);
        await().atMost(LONG).until(() -> made(victim.client(), task) >= IN_AN_HOUR);
        assertThat(victim.client().get("/api/v1/automation-rules/" + rule).expect(200).at("/waiting").asInt()).as("runs that wait").isPositive();
        assertThat(made(victim.client(), task)).isEqualTo(IN_AN_HOUR);
        assertThat(victim.terminate()).isZero();

        victim.start();
        await().atMost(LONG).until(() -> victim.client().get("/api/v1/automation-rules/" + rule).expect(200).at("/waiting").asInt() == 0);
        List<String> customers = new ArrayList<>();
        all(victim.client(), "tasks", "title == '" + task + "'", each -> customers.add(each.at("/customer/id").asString()));
        assertThat(customers).hasSize(RULED).doesNotHaveDuplicates();
    }

    private static int made(TestClient client, String task) {
        return count(client, "tasks", "title == '" + task + "'");
    }

    /** Records that follow a change above them do so by and by, the first that was made first: none is left behind. */
    private static void whatIsCalculatedFollowsEverywhere(Victim victim) throws Exception {
        TestClient before = victim.client();
        String attributes = "/api/v1/opportunities/attributes";
        String city = before.post(attributes, Map.of("label", "City", "type", "text", "formula", "customer.city", "filterable", true)).expect(201).text("/name");
        TestAnswer customer = before.post("/api/v1/customers", Map.of("name", "With many", "city", "Nowhere")).expect(201);
        create(before, "opportunities", FOLLOWERS, row -> Map.of("title", "Opportunity " + row, "customer", Map.of("id", customer.id())));
        String first = opportunity(before, 0);
        String last = opportunity(before, FOLLOWERS - 1);

        before.patch("/api/v1/customers/" + customer.id(), customer.version(), Map.of("city", "Elsewhere")).expect(200);
        await().atMost(LONG).pollInterval(Duration.ofMillis(2)).until(() -> before.get(first).expect(200).text("/" + city).equals("Elsewhere"));
        assertThat(before.get(last).expect(200).text("/" + city)).as("before the program is killed").isEqualTo("Nowhere");
        victim.killProgram();

        victim.start();
        await().atMost(LONG).until(() -> victim.client().get(last).expect(200).text("/" + city).equals("Elsewhere"));
        List<String> cities = new ArrayList<>();
        all(victim.client(), "opportunities", "title.startsWith('Opportunity ')", each -> cities.add(each.path(city).asString()));
        assertThat(cities).hasSize(FOLLOWERS).containsOnly("Elsewhere");
    }

    private static String opportunity(TestClient client, int row) {
        String filter = TestClient.encoded("title == 'Opportunity " + row + "'");
        return "/api/v1/opportunities/" + client.get("/api/v1/opportunities?filter=" + filter).expect(200).items().getFirst().path("id").asString();
    }

    private static void all(TestClient client, String object, String filter, Consumer<JsonNode> each) {
        String page = "";
        do {
            TestAnswer some = client.get("/api/v1/" + object + "?limit=500&filter=" + TestClient.encoded(filter) + page).expect(200);
            some.items().forEach(each);
            page = some.next() == null ? null : "&page=" + some.next();
        } while (page != null);
    }

    private static void create(TestClient client, String object, int many, IntFunction<Map<String, Object>> row) {
        for (int from = 0; from < many; from += TOGETHER) {
            List<Map<String, Object>> rows = IntStream.range(from, from + TOGETHER).mapToObj(row).toList();
            client.post("/api/v1/" + object + "/batch", Map.of("create", rows)).expect(200);
        }
    }

    private static JsonNode job(TestClient client) {
        return client.get("/api/v1/demo").expect(200).at("/job");
    }

    private static int records(TestClient client) {
        return OBJECTS.stream().mapToInt(object -> count(client, object)).sum() - 1;
    }

    private static int count(TestClient client, String object) {
        return count(client, object, "");
    }

    private static int count(TestClient client, String object, String filter) {
        return client.get("/api/v1/" + object + "?limit=1&count=exact&filter=" + TestClient.encoded(filter)).expect(200).at("/count/value").asInt();
    }
}
