package io.keyuan.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestDatabase;
import io.keyuan.TestTenant;
import io.keyuan.engine.jobs.Survivor;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many records are changed, or deleted, by a job that says exactly what it did. */
class BulkEditTest {

    private static final int MANY = 1_200;
    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled", "undone");
    private static final Duration LONG = Duration.ofMinutes(3);

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final TestClient lin = company.person("lin");

    @Test
    void aWholeFilteredListIsChangedThoughTheFilterHoldsNoMore() {
        make("customers", MANY, i -> Map.of("name", "客户" + i, "region", "华东"));
        make("customers", 30, i -> Map.of("name", "其他" + i, "region", "华南"));

        JsonNode job = bulk(admin, "customers", Map.of("filter", "region == '华东'", "update", Map.of("region", "华北", "grade", "a")));

        account(job, MANY, MANY, 0, 0);
        assertThat(job.path("failures").isNull()).isTrue();
        assertThat(count("customers", "region == '华北' && grade == 'a'")).isEqualTo(MANY);
        assertThat(count("customers", "region == '华南'")).isEqualTo(30);
    }

    @Test
    void aLookTellsTheSameAndChangesNothing() {
        List<String> ids = make("opportunities", 700, i -> Map.of("title", "商机" + i));
        make("opportunities", 40, i -> Map.of("title", "已丢" + i, "stage", "lost", "lossReason", "price"));
        Map<String, Object> order = Map.of("filter", "", "update", Map.of("stage", "lost"));

        JsonNode looked = bulk(admin, "opportunities", with(order, "dryRun", true));

        account(looked, 740, 0, 40, 700);
        assertThat(looked.path("undoable").asBoolean()).isFalse();
        assertThat(looked.at("/result/why/0/path").asString()).isEqualTo("lossReason");
        assertThat(looked.at("/result/why/0/count").asInt()).isEqualTo(700);
        assertThat(admin.get("/api/v1/opportunities/" + ids.getFirst()).expect(200).version()).isEqualTo(1);
        JsonNode done = bulk(admin, "opportunities", order);
        assertThat(done.path("result")).isEqualTo(looked.path("result"));
        assertThat(admin.get(done.path("failures").asString()).expect(200).content().lines()).hasSize(701);
    }

    @Test
    void reasonsAreReadInOnesOwnLanguageWithTheAttributeTheyAreAbout() {
        make("opportunities", 2, i -> Map.of("title", "商机" + i));

        JsonNode job = bulk(admin, "opportunities", Map.of("filter", "", "update", Map.of("stage", "lost"), "dryRun", true));

        String english = admin.with("Accept-Language", "en").get(address(job)).at("/result/why/0/message").asString();
        String chinese = admin.with("Accept-Language", "zh-CN").get(address(job)).at("/result/why/0/message").asString();
        assertThat(english).isNotEqualTo(chinese);
        assertThat(admin.get(job.path("failures").asString()).expect(200).content()).contains("Reason for losing: This is needed.");
    }

    @Test
    void valuesAreClearedAndTakenBackButForWhatSomebodyChangedSince() {
        List<String> ids = make("customers", 3, i -> Map.of("name", "客户" + i, "region", "华东" + i, "grade", "a"));
        JsonNode done = bulk(admin, "customers", Map.of("ids", ids, "update", nulls("region", "grade")));
        account(done, 3, 3, 0, 0);
        assertThat(count("customers", "!has(region) && !has(grade)")).isEqualTo(3);
        admin.patch("/api/v1/customers/" + ids.getFirst(), 2, Map.of("region", "西北")).expect(200);

        JsonNode undone = ended(admin, admin.post(address(done) + "/undo", Map.of()).expect(202).id());

        assertThat(undone.at("/result/restored").asInt()).isEqualTo(2);
        assertThat(undone.at("/result/kept").asInt()).isEqualTo(1);
        assertThat(undone.path("insistable").asBoolean()).isTrue();
        assertThat(region(ids.getFirst())).isEqualTo("西北");
        assertThat(region(ids.getLast())).isEqualTo("华东2");
        ended(admin, admin.post(address(done) + "/undo?insist=true", Map.of()).expect(202).id());
        assertThat(region(ids.getFirst())).isEqualTo("华东0");
    }

    @Test
    void deletedRecordsAreInTheRecycleBinUntilTheyAreBroughtBack() {
        List<String> ids = make("customers", 600, i -> Map.of("name", "客户" + i));

        JsonNode done = bulk(admin, "customers", Map.of("filter", "name.startsWith('客户')", "delete", true));

        assertThat(done.at("/result/removed").asInt()).isEqualTo(600);
        assertThat(count("customers", "")).isZero();
        admin.get("/api/v1/customers/" + ids.getFirst() + "?deleted=true").expect(200);
        ended(admin, admin.post(address(done) + "/undo", Map.of()).expect(202).id());
        assertThat(count("customers", "")).isEqualTo(600);
    }

    @Test
    void whatIsNotForOneToChangeStaysAndIsListed() {
        String mine = lin.post("/api/v1/customers", Map.of("name", "林的")).expect(201).id();
        String seen = admin.post("/api/v1/customers", Map.of("name", "可见的")).expect(201).id();
        String unseen = admin.post("/api/v1/customers", Map.of("name", "王的")).expect(201).id();
        admin.post("/api/v1/customers/" + seen + "/shares", Map.of("to", Map.of("object", "users", "id", lin.person()), "right", "read"));

        JsonNode job = bulk(lin, "customers", Map.of("ids", List.of(mine, seen, unseen), "update", Map.of("region", "华东")));

        account(job, 3, 1, 0, 2);
        assertThat(lin.get("/api/v1/customers/" + mine).expect(200).text("/region")).isEqualTo("华东");
        assertThat(admin.get("/api/v1/customers/" + seen).version()).isEqualTo(1);
        assertThat(lin.get(job.path("failures").asString()).expect(200).content()).contains(unseen).doesNotContain("王的");
    }

    @Test
    void whatCannotBeIsSaidAtOnce() {
        String path = "/api/v1/customers/bulk";
        Map<String, Object> region = Map.of("region", "华东");
        assertThat(admin.post(path, Map.of("update", region)).expect(400).error("filter")).isNotNull();
        assertThat(admin.post(path, Map.of("filter", "")).expect(400).error("update")).isNotNull();
        assertThat(admin.post(path, Map.of("filter", "", "update", Map.of())).expect(400).error("update")).isNotNull();
        assertThat(admin.post(path, Map.of("filter", "", "update", region, "delete", true)).expect(400).error("update")).isNotNull();
        assertThat(admin.post(path, Map.of("filter", "nonsense ==", "update", region)).expect(400).error("filter")).isNotNull();
        assertThat(admin.post(path, Map.of("filter", "", "update", Map.of("nonsense", 1))).expect(422).error("update")).isNotNull();
        assertThat(admin.post(path, Map.of("filter", "", "update", Map.of("number", "K1"))).expect(422).error("update.number")).isNotNull();
        assertThat(admin.post(path, Map.of("filter", "", "update", Map.of("lastContactAt", "2026-01-01T00:00:00Z"))).expect(422).error("update.lastContactAt")).isNotNull();
        assertThat(admin.post(path, Map.of("filter", "", "update", nulls("name"))).expect(422).error("update.name")).isNotNull();
        assertThat(admin.post("/api/v1/opportunities/bulk", Map.of("filter", "", "update", Map.of("lines", List.of()))).expect(422).error("update.lines")).isNotNull();
        company.nobody().post(path, Map.of("filter", "", "update", region)).expect(401);
    }

    @Test
    void aValueThatFitsNoRecordIsRefusedBesideItsAttribute() {
        Map<String, Object> wrong = Map.of("grade", "nonsense", "region", "华东", "employees", "many");

        TestAnswer refused = admin.post("/api/v1/customers/bulk", Map.of("filter", "", "update", wrong)).expect(422);

        assertThat(refused.at("/errors")).hasSize(2);
        assertThat(refused.error("update.grade")).isNotNull();
        assertThat(refused.error("update.employees")).isNotNull();
    }

    @Test
    void whoCancelsKeepsWhatWasDoneAndIsToldHowMuch() throws Exception {
        List<String> ids = make("customers", MANY, i -> Map.of("name", "客户" + i));
        try (Connection obstacle = TestDatabase.dataSource(RunningProgram.get().database()).getConnection()) {
            Survivor.occupy(obstacle, UUID.fromString(ids.get(700)));
            String job = admin.post("/api/v1/customers/bulk", Map.of("filter", "", "update", Map.of("region", "华东"))).expect(202).id();
            await().atMost(LONG).until(() -> admin.get("/api/v1/jobs/" + job).at("/result/updated").asInt() == 500);

            admin.post("/api/v1/jobs/" + job + "/cancel", Map.of()).expect(200);
            obstacle.rollback();

            JsonNode cancelled = ended(admin, job);
            assertThat(cancelled.path("state").asString()).isEqualTo("cancelled");
            assertThat(cancelled.at("/result/updated").asInt()).isEqualTo(1_000);
            assertThat(count("customers", "region == '华东'")).isEqualTo(1_000);
            assertThat(cancelled.path("undoable").asBoolean()).isTrue();
            ended(admin, admin.post(address(cancelled) + "/undo", Map.of()).expect(202).id());
            assertThat(count("customers", "has(region)")).isZero();
        }
    }

    @Test
    void whoMayChangeOneRecordMayNotThereforeChangeMany() {
        Map<String, Object> grant = Map.of("object", "customers", "rights", List.of("read", "edit", "delete"), "read", Map.of("scopes", List.of("all")));
        String role = admin.post("/api/v1/roles", Map.of("name", "one by one", "grants", List.of(grant))).expect(201).id();
        admin.put("/api/v1/users/" + lin.person() + "/roles", Map.of("roles", List.of(role))).expect(200);

        for (Map<String, Object> what : List.<Map<String, Object>>of(Map.of("update", Map.of("region", "华东")), Map.of("delete", true))) {
            assertThat(lin.post("/api/v1/customers/bulk", with(what, "filter", "")).expect(403).at("/errors/0/code").asString()).isEqualTo("may-not-bulk");
        }
    }

    private static void account(JsonNode job, int in, int updated, int skipped, int failed) {
        JsonNode result = job.path("result");
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
        assertThat(List.of(result.path("in").asInt(), result.path("updated").asInt(), result.path("skipped").asInt(), result.path("failed").asInt()))
                .as(result.toString()).containsExactly(in, updated, skipped, failed);
    }

    private List<String> make(String object, int count, java.util.function.IntFunction<Map<String, Object>> values) {
        List<String> ids = new ArrayList<>();
        admin.post("/api/v1/" + object + "/batch", Map.of("create", IntStream.range(0, count).mapToObj(values).toList())).expect(200)
                .at("/results").forEach(result -> ids.add(result.path("id").asString()));
        return ids;
    }

    private static Map<String, Object> with(Map<String, Object> some, String key, Object value) {
        var all = new HashMap<>(some);
        all.put(key, value);
        return all;
    }

    @SuppressWarnings("NullAway")
    private static Map<String, Object> nulls(String... names) {
        var values = new HashMap<String, Object>();
        Arrays.stream(names).forEach(name -> values.put(name, null));
        return values;
    }

    private String region(String id) {
        return admin.get("/api/v1/customers/" + id).expect(200).text("/region");
    }

    private int count(String object, String filter) {
        return admin.get("/api/v1/" + object + "?count=exact&limit=1&filter=" + TestClient.encoded(filter)).expect(200).at("/count/value").asInt();
    }

    private static JsonNode bulk(TestClient client, String object, Map<String, Object> body) {
        return ended(client, client.post("/api/v1/" + object + "/bulk", body).expect(202).id());
    }

    private static String address(JsonNode job) {
        return "/api/v1/jobs/" + job.path("id").asString();
    }

    private static JsonNode ended(TestClient client, String job) {
        await().atMost(LONG).until(() -> ENDED.contains(client.get("/api/v1/jobs/" + job).expect(200).text("/state")));
        return client.get("/api/v1/jobs/" + job).expect(200).body();
    }
}
