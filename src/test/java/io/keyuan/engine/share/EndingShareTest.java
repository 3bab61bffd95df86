package io.keyuan.engine.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was given until a moment is not seen after it, however shortly before it was looked at. */
class EndingShareTest {

    private static final TestTenant TENANT = RunningProgram.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();
    private static final TestClient COLLEAGUE = TENANT.person("colleague");
    private static final Duration SHORTLY = Duration.ofSeconds(3);

    private int seen() {
        return COLLEAGUE.get("/api/v1/customers").expect(200).items().size();
    }

    @Test
    void whoeverLooksUntilItEndsSeesNothingAfterwards() {
        String customer = ADMIN.post("/api/v1/customers", Map.of("name", "Lent")).expect(201).id();
        Instant end = Instant.now().plus(SHORTLY);
        ADMIN.post("/api/v1/customers/" + customer + "/shares", Map.of(
                "kind", "share", "to", Map.of("kind", "user", "id", COLLEAGUE.person()), "until", end.toString())).expect(204);

        int before = seen();
        while (Instant.now().isBefore(end)) {
            before = Math.max(before, seen());
        }

        assertThat(before).isEqualTo(1);
        await().until(() -> Instant.now().isAfter(end));
        assertThat(seen()).isZero();
    }
}
