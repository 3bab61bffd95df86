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

/** Rules whose program is killed in the middle of what they do go on at the next start, and do nothing twice. */
class KilledRulesTest {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int MANY = 4_000;

    @Test
    void eachRecordGetsItsTaskOnce(@TempDir Path home) throws Exception {
        try (var victim = new Victim(home)) {
            victim.start();
            String rule = victim.client().post("/api/v1/automation-rules", Map.of(
                    "object", "customers", "name", "One each", "trigger", Map.of("kind", "created"),
                    "actions", List.of(Map.of("kind", "create", "object", "tasks", "values", List.of(
                            Map.of("attribute", "title", "text", "Call {{name}}"), Map.of("attribute", "customer", "from", "id")))))).expect(201).id();
            for (int from = 0; from < MANY; from += MANY / 4) {
                List<Map<String, Object>> rows = IntStream.range(from, from + MANY / 4).<Map<String, Object>>mapToObj(row -> Map.of("name", "Number " + row)).toList();
                victim.client().post("/api/v1/customers/batch", Map.of("create", rows)).expect(200);
            }
            for (int kill = 0; kill < 2; kill++) {
                int before = tasks(victim.client());
                await().atMost(LONG).pollInterval(Duration.ofMillis(2)).until(() -> tasks(victim.client()) > before);
                victim.killProgram();
                victim.start();
            }

            await().atMost(LONG).untilAsserted(() -> {
                assertThat(tasks(victim.client())).isEqualTo(MANY);
                assertThat(victim.client().get("/api/v1/automation-rules/" + rule).expect(200).at("/waiting").asInt()).isZero();
            });
            assertThat(tasks(victim.client())).isEqualTo(MANY);
            assertThat(victim.client().get("/api/v1/automation-rules/" + rule + "/runs?state=failed").expect(200).items()).isEmpty();
        }
    }

    private static int tasks(TestClient client) {
        return client.get("/api/v1/tasks?limit=1&count=exact").expect(200).at("/count/value").asInt();
    }
}
