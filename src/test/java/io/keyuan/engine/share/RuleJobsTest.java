package io.keyuan.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each sharing rule knows the job that carried it out, whatever the two are called. */
class RuleJobsTest {

    private static final TestTenant TENANT = RunningProgram.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();
    private static final TestClient COLLEAGUE = TENANT.person("colleague");

    private static Map<String, Object> rule(String region) {
        return Map.of("object", "customers", "name", "The region", "condition", "region == '" + region + "'",
                "targets", List.of(Map.of("kind", "user", "id", COLLEAGUE.person())));
    }

    private static String jobOf(String rule) {
        TestAnswer all = ADMIN.get("/api/v1/sharing-rules").expect(200);
        return all.items().stream().filter(each -> each.get("id").asString().equals(rule)).findFirst().orElseThrow().at("/job/id").asString();
    }

    @Test
    void rulesOfOneNameHaveJobsOfTheirOwn() {
        TestAnswer east = ADMIN.post("/api/v1/sharing-rules", rule("east")).expect(201);
        TestAnswer west = ADMIN.post("/api/v1/sharing-rules", rule("west")).expect(201);

        assertThat(east.text("/job/kind")).isEqualTo("sharing");
        assertThat(jobOf(east.id())).isEqualTo(east.text("/job/id")).isNotEqualTo(west.text("/job/id"));
        assertThat(jobOf(west.id())).isEqualTo(west.text("/job/id"));
    }

    @Test
    void aNewConditionHasANewJobAndANewNameHasNone() {
        TestAnswer made = ADMIN.post("/api/v1/sharing-rules", rule("north")).expect(201);
        var renamed = new HashMap<>(rule("north"));
        renamed.put("name", "Something else");
        assertThat(ADMIN.put("/api/v1/sharing-rules/" + made.id(), renamed).expect(200).text("/job/id")).isEqualTo(made.text("/job/id"));

        TestAnswer changed = ADMIN.put("/api/v1/sharing-rules/" + made.id(), rule("south")).expect(200);
        assertThat(changed.text("/job/id")).isNotEqualTo(made.text("/job/id"));
        assertThat(jobOf(made.id())).isEqualTo(changed.text("/job/id"));
    }
}
