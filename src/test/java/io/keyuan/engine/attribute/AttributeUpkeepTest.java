package io.keyuan.engine.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestForm;
import io.keyuan.TestTenant;
import io.keyuan.backup.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What hangs on an attribute goes for good with it, and nothing of others. */
class AttributeUpkeepTest {

    private static final TestTenant TENANT = RunningProgram.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();

    @Test
    void filesOfAnAttributeThatWasRemovedLongAgoAreErased() {
        Map<String, Object> values = Map.of("name", "远山科技", "c_kept", file("c_kept"), "c_gone", file("c_gone"));
        String customer = ADMIN.post("/api/v1/customers", values).expect(201).id();
        ADMIN.post("/api/v1/customers/" + customer + "/files", new TestForm().file("as a whole.txt", "text")).expect(201);
        ADMIN.delete("/api/v1/customers/attributes/c_gone").expect(204);
        RunningProgram.get().bean(AttributeUpkeep.class).run(Instant.now().minus(Duration.ofDays(1)), () -> false);
        assertThat(rows("record_file")).hasSize(3);

        RunningProgram.get().bean(AttributeUpkeep.class).run(Instant.now().plus(Duration.ofDays(1)), () -> false);

        List.of("record_file", "record_file_version").forEach(table ->
                assertThat(rows(table)).as(table).hasSize(2).noneMatch(row -> row.contains("c_gone")));
        assertThat(ADMIN.get("/api/v1/customers/" + customer + "/files").expect(200).items()).hasSize(2);
    }

    private static Map<String, Object> file(String attribute) {
        ADMIN.post("/api/v1/customers/attributes", Map.of("label", attribute, "name", attribute, "type", "file")).expect(201);
        return Map.of("id", ADMIN.post("/api/v1/files", new TestForm().file(attribute + ".txt", attribute)).expect(201).id());
    }

    private static List<String> rows(String table) {
        return Content.of(RunningProgram.get().database(), TENANT.id()).getOrDefault(table, List.of());
    }
}
