package io.keyuan.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A sample company whose program is killed while it fills is completed by the next start, and filled once. */
class SampleCompanyAfterKillTest {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final List<String> OBJECTS = List.of(
            "departments", "users", "teams", "team-members", "memberships", "absences", "exchange-rates", "products",
            "competitors", "folders", "customers", "contacts", "opportunities", "leads", "contact-logs", "tasks");

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
        }
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
