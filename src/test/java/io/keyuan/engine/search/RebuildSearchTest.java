package io.keyuan.engine.search;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestDatabase;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What an older release wrote is found again by what one may read, without anybody saving it. */
class RebuildSearchTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final JdbcTemplate SQL = new JdbcTemplate(TestDatabase.dataSource(RunningProgram.get().database()));

    private final TestTenant tenant = RunningProgram.freshTenant();
    private final TestClient admin = tenant.administrator();
    private final TestClient reader = tenant.person("reader");

    @BeforeEach
    void hideTheMailAddress() {
        String role = admin.post("/api/v1/roles", Map.of("name", "Readers", "grants", List.of(Map.of(
                "object", "customers", "rights", List.of("read"), "read", Map.of("scopes", List.of("all")),
                "attributes", Map.of("email", "hidden"))))).expect(201).id();
        admin.put("/api/v1/users/" + reader.person() + "/roles", Map.of("roles", List.of(role))).expect(200);
    }

    private void customers(int count) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Map.of("name", "Harbour " + i, "phone", "0571-" + (88880000 + i), "email", "box" + i + "@harbour.example"));
        }
        assertThat(admin.post("/api/v1/customers/batch", Map.of("create", rows)).expect(200).content()).doesNotContain("\"errors\":[{");
    }

    /** As they were before it was kept whose a line is. */
    private void age() {
        SQL.update("update search_document set sources = null where tenant_id = ?", tenant.id());
    }

    private List<String> found(TestClient who, String q) {
        return who.get("/api/v1/search?object=customers&q=" + encoded(q)).expect(200).items().stream().map(item -> item.get("title").asString()).toList();
    }

    private static void programBeginsToRun() {
        RunningProgram.get().bean(SearchUpkeep.class).run(() -> false);
    }

    private List<JsonNode> rebuildings() {
        return admin.get("/api/v1/jobs").expect(200).items().stream().filter(job -> job.get("kind").asString().equals(RebuildSearch.KIND)).toList();
    }

    private void awaitRebuilt() {
        await().atMost(LONG).until(() -> rebuildings().stream().allMatch(job -> job.get("state").asString().equals("done")));
    }

    @Test
    void documentsWithoutSourcesAreRebuiltByAJobAdministratorsSee() {
        customers(1_201);
        age();
        assertThat(found(reader, "057188881200")).isEmpty();
        assertThat(found(admin, "057188881200")).containsExactly("Harbour 1200");

        programBeginsToRun();
        awaitRebuilt();

        assertThat(found(reader, "057188881200")).containsExactly("Harbour 1200");
        assertThat(found(reader, "box1200@harbour.example")).isEmpty();
        JsonNode job = rebuildings().getFirst();
        assertThat(job.at("/result/updated").asInt()).isGreaterThanOrEqualTo(1_201);
        assertThat(job.get("progress").asDouble()).isEqualTo(1);
        assertThat(SQL.queryForObject(
                "select count(*) from search_document where tenant_id = ? and body is not null and sources is null", Long.class, tenant.id())).isZero();
    }

    @Test
    void thereIsOneJobHoweverOftenAndNoneWhereNothingIsStale() {
        programBeginsToRun();
        assertThat(rebuildings()).isEmpty();
        customers(3);
        age();
        programBeginsToRun();
        programBeginsToRun();
        awaitRebuilt();
        programBeginsToRun();
        assertThat(rebuildings()).hasSize(1);
    }

    @Test
    void whatIsDeletedIsNotFoundAgain() {
        TestAnswer gone = admin.post("/api/v1/customers", Map.of("name", "Gone Harbour", "phone", "0571-77770000")).expect(201);
        String document = "insert into search_document (tenant_id, record_id, object, title, body, tokens) values (?, ?::uuid, 'customer', 'Gone Harbour', "
                + "'0571-77770000', ''::tsvector) on conflict do nothing";
        admin.delete("/api/v1/customers/" + gone.id()).expect(204);
        SQL.update(document, tenant.id(), gone.id());

        programBeginsToRun();
        awaitRebuilt();

        assertThat(SQL.queryForObject("select count(*) from search_document where record_id = ?::uuid", Long.class, gone.id())).isZero();
    }
}
