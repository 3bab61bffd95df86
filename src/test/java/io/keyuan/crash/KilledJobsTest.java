package io.keyuan.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Long work whose program is killed is completed by the next start as if nothing had happened: a sample company is filled once, and a file
 * has every record once.
 */
class KilledJobsTest {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int MANY = 11_000;
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

    private static JsonNode job(TestClient client) {
        return client.get("/api/v1/demo").expect(200).at("/job");
    }

    private static int records(TestClient client) {
        return OBJECTS.stream().mapToInt(object -> count(client, object)).sum() - 1;
    }

    private static int count(TestClient client, String object) {
        return client.get("/api/v1/" + object + "?limit=1&count=exact").expect(200).at("/count/value").asInt();
    }
}
