package io.keyuan.engine.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Records get numbers by themselves: each its own, however many write at once. */
class NumberingTest {

    private static final String NUMBERING = "/api/v1/numbering";
    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled");
    private static final int WRITERS = 8;
    private static final int BATCHES = 6;
    private static final int ROWS = 25;

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    private JsonNode of(String object) {
        return admin.get(NUMBERING).expect(200).items().stream().filter(item -> item.get("object").asString().equals(object)).findFirst().orElseThrow();
    }

    private TestAnswer put(String object, Map<String, Object> wanted) {
        Map<String, Object> body = new HashMap<>(wanted);
        body.put("object", object);
        return admin.with("If-Match", "\"" + of(object).get("version").asLong() + "\"").put(NUMBERING, body);
    }

    private TestAnswer create(String object, Map<String, Object> values) {
        return admin.post("/api/v1/" + object + "?duplicates=allow", values);
    }

    private String number(String object, Map<String, Object> values) {
        return create(object, values).expect(201).text("/number");
    }

    @Test
    void eightWritersGetNumbersOfTheirOwnWithoutGaps() throws Exception {
        put("customers", Map.of("format", "KH-{000}", "restart", "never", "byHand", false)).expect(200);
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<Void>> work = IntStream.range(0, WRITERS).<Callable<Void>>mapToObj(writer -> () -> {
                for (int batch = 0; batch < BATCHES; batch++) {
                    List<Map<String, Object>> rows = IntStream.range(0, ROWS).<Map<String, Object>>mapToObj(row -> Map.of("name", "Number " + row)).toList();
                    admin.post("/api/v1/customers/batch", Map.of("create", rows)).expect(200);
                }
                return null;
            }).toList();
            for (var done : writers.invokeAll(work)) {
                done.get();
            }
        }
        List<String> numbers = new ArrayList<>();
        String page = "";
        do {
            TestAnswer answer = admin.get("/api/v1/customers?limit=200&fields=number" + page).expect(200);
            answer.items().forEach(item -> numbers.add(item.get("number").asString()));
            page = answer.body().path("next").isNull() ? "" : "&page=" + answer.text("/next");
        } while (!page.isEmpty());
        List<String> all = IntStream.rangeClosed(1, WRITERS * BATCHES * ROWS).mapToObj("KH-%03d"::formatted).toList();
        assertThat(numbers).containsExactlyInAnyOrderElementsOf(all);
        assertThat(of("customers").get("next").asInt()).isEqualTo(all.size() + 1);
    }

    @Test
    void whileTheFormatIsChangedNobodyIsLeftWithoutANumber() throws Exception {
        put("customers", Map.of("format", "A{0}", "restart", "never", "byHand", false)).expect(200);
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<String>> numbers = IntStream.range(0, 60).mapToObj(each -> writers.submit(() -> number("customers", Map.of("name", "Meanwhile " + each)))).toList();
            for (int change = 0; change < 12; change++) {
                put("customers", Map.of("format", (change % 2 == 0 ? "B{0}" : "A{0}"), "restart", "never", "byHand", false)).expect(200);
            }
            for (Future<String> number : numbers) {
                assertThat(number.get()).matches("[AB][0-9]+");
            }
        }
    }

    @Test
    void whoSaysItFirstAtTheSameMomentIsOneOfThem() throws Exception {
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<Integer>> work = IntStream.range(0, WRITERS)
                    .<Callable<Integer>>mapToObj(each -> () -> admin.with("If-Match", "\"0\"").put(NUMBERING, Map.of("object", "customers", "format", "K{0}")).status())
                    .toList();
            List<Integer> answers = new ArrayList<>();
            for (var done : writers.invokeAll(work)) {
                answers.add(done.get());
            }
            assertThat(answers).containsOnly(200, 412).containsOnlyOnce(200);
        }
    }

    @Test
    void theDayIsThatOfTheCompanyAndThePreviewIsWhatComes() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        TestAnswer saved = put("opportunities", Map.of("format", "SJ{yyyy}{mm}{dd}-{00}", "restart", "daily", "next", 7)).expect(200);

        String first = number("opportunities", Map.of("title", "A"));
        // At the company's midnight the day is another one.
        assertThat(first).isIn("SJ" + today.toString().replace("-", "") + "-07", "SJ" + LocalDate.now(ZoneId.of("Asia/Shanghai")).toString().replace("-", "") + "-01");
        assertThat(saved.at("/preview").valueStream().map(JsonNode::asString)).hasSize(3);
        assertThat(of("opportunities").at("/preview/0").asString()).isEqualTo(number("opportunities", Map.of("title", "B")));
        assertThat(admin.get("/api/v1/opportunities?filter=" + TestClient.encoded("number == '" + first + "'")).expect(200).items()).hasSize(1);
    }

    @Test
    void byHandWhereItIsAllowedAndNeverTwice() {
        put("customers", Map.of("format", "K{0}", "byHand", true)).expect(200);
        assertThat(number("customers", Map.of("name", "A", "number", "K2"))).isEqualTo("K2");
        IntStream.rangeClosed(3, 9).forEach(by -> create("customers", Map.of("name", "By hand " + by, "number", "K" + by)).expect(201));

        assertThat(number("customers", Map.of("name", "B"))).isEqualTo("K1");
        assertThat(number("customers", Map.of("name", "C"))).isEqualTo("K10");
        create("customers", Map.of("name", "D", "number", "K10")).expect(409);

        put("customers", Map.of("format", "K{0}", "byHand", false)).expect(200);
        assertThat(create("customers", Map.of("name", "E", "number", "X")).expect(422).text("/errors/0/code")).isEqualTo("number-by-itself");
        String id = create("customers", Map.of("name", "F")).expect(201).id();
        assertThat(admin.patch("/api/v1/customers/" + id, 1, Map.of("number", "X")).expect(422).error("number")).isNotNull();
        admin.patch("/api/v1/customers/" + id, 1, Map.of("name", "G", "number", admin.get("/api/v1/customers/" + id).text("/number"))).expect(200);
        put("customers", Map.of("format", "K{0}", "active", false)).expect(200);
        assertThat(create("customers", Map.of("name", "H")).expect(201).body().path("number").asString("")).isEmpty();
    }

    @Test
    void recordsThatWereThereGetTheirsOnRequest() {
        List<String> ids = IntStream.range(0, 5).mapToObj(each -> create("customers", Map.of("name", "Old " + each)).expect(201).id()).toList();
        admin.post(NUMBERING + "/records", Map.of("object", "customers")).expect(422);
        put("customers", Map.of("format", "A{0}")).expect(200);

        JsonNode done = ended(admin.post(NUMBERING + "/records", Map.of("object", "customers")).expect(202).id());

        assertThat(done.at("/result/updated").asInt()).isEqualTo(5);
        assertThat(ids.stream().map(id -> admin.get("/api/v1/customers/" + id).text("/number"))).containsExactly("A1", "A2", "A3", "A4", "A5");
    }

    @Test
    void objectsOfTheCompanyAreNumberedLikeAllOthers() {
        String path = admin.post("/api/v1/objects", Map.of("label", "Machine", "path", "c-machines")).expect(201).text("/path");
        put(path, Map.of("format", "M{000}")).expect(200);

        assertThat(number(path, Map.of("name", "Press"))).isEqualTo("M001");
        assertThat(number(path, Map.of("name", "Mill"))).isEqualTo("M002");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(put("customers", Map.of("format", "K{00}", "restart", "monthly")).expect(422).text("/errors/0/code")).isEqualTo("numbers-alike");
        assertThat(put("customers", Map.of("format", "K {00}")).expect(422).text("/errors/0/code")).isEqualTo("bad-number-format");
        assertThat(put("customers", Map.of("format", "K{0}", "next", 0, "restart", "weekly")).expect(422).at("/errors").size()).isEqualTo(2);
        assertThat(put("customers", Map.of("format", "K{0}")).expect(200).at("/version").asInt()).isEqualTo(1);
        admin.with("If-Match", "\"0\"").put(NUMBERING, Map.of("object", "customers", "format", "L{0}")).expect(412);
        admin.put(NUMBERING, Map.of("object", "customers", "format", "L{0}")).expect(428);
        admin.with("If-Match", "\"0\"").put(NUMBERING, Map.of("object", "tasks", "format", "L{0}")).expect(422);
        TestClient lin = company.person("lin");
        lin.with("If-Match", "\"1\"").put(NUMBERING, Map.of("object", "customers", "format", "L{0}")).expect(403);
        assertThat(lin.get(NUMBERING).expect(200).items()).isEmpty();
    }

    private JsonNode ended(String job) {
        String address = "/api/v1/jobs/" + job;
        await().atMost(Duration.ofMinutes(2)).until(() -> ENDED.contains(admin.get(address).expect(200).text("/state")));
        return admin.get(address).body();
    }
}
