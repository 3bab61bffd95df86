package io.keyuan.engine.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** Rules of attributes hold whichever way a record is written, as somebody says who looks at it with their own eyes. */
class AttributeRulesTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final TestClient ADMIN = COMPANY.administrator();
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final List<String> NAMES = List.of("grade", "employees", "website", "profession");

    /** A condition in the language of filters, and in Java, and by what it goes. */
    record Condition(String text, Predicate<Map<String, @Nullable Object>> holds, Set<String> by) {}

    private static final List<Condition> CONDITIONS = List.of(
            new Condition("grade == 'a'", record -> "a".equals(record.get("grade")), Set.of("grade")),
            new Condition("!(grade in ['a', 'b'])", record -> !Set.of("a", "b").contains(String.valueOf(record.get("grade"))), Set.of("grade")),
            new Condition("employees >= 100", record -> record.get("employees") instanceof Integer staff && staff >= 100, Set.of("employees")),
            new Condition("has(grade) && !(employees > 50)",
                    record -> record.get("grade") != null && !(record.get("employees") instanceof Integer staff && staff > 50), Set.of("grade", "employees")),
            new Condition("has(profession) || grade == 'c'", record -> record.get("profession") != null || "c".equals(record.get("grade")), Set.of("profession", "grade")));

    enum Way {
        PATCH,
        BATCH,
        BULK,
        IMPORT
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void aRecordIsWrittenUnlessARuleIsBroken(
            @ForAll("conditions") Condition required, @ForAll("conditions") Condition readOnly, @ForAll("conditions") Condition visible,
            @ForAll("records") Map<String, @Nullable Object> before, @ForAll("records") Map<String, @Nullable Object> given, @ForAll Way way) {
        settle(List.of());
        String key = UUID.randomUUID().toString();
        String id = created(before, key).expect(201).id();
        settle(List.of(
                Map.of("attribute", "website", "requiredWhen", required.text(), "visibleWhen", visible.text()),
                Map.of("attribute", "profession", "readOnlyWhen", readOnly.text())));

        Map<String, @Nullable Object> changes = new HashMap<>(given);
        if (way == Way.IMPORT) {
            // An empty cell says nothing of a record that is there.
            changes.values().removeIf(Objects::isNull);
        }
        Map<String, @Nullable Object> after = new HashMap<>(before);
        after.putAll(changes);
        Set<String> wrong = new TreeSet<>();
        if (isMissing(required, visible, before, after)) {
            wrong.add("website");
        }
        if (readOnly.holds().test(before) && !Objects.equals(before.get("profession"), after.get("profession"))) {
            wrong.add("profession");
        }

        write(way, id, key, changes, wrong);
        assertThat(values(id)).isEqualTo(known(wrong.isEmpty() ? after : before));

        boolean lacking = after.get("website") == null && required.holds().test(after) && visible.holds().test(after);
        TestAnswer made = created(after, UUID.randomUUID().toString());
        assertThat(made.status()).isEqualTo(lacking ? 422 : 201);
        TestAnswer form = ADMIN.post(CUSTOMERS + "/form", Map.of("values", body(after))).expect(200);
        assertThat(form.at("/required").toString()).isEqualTo(required.holds().test(after) && visible.holds().test(after) ? "[\"website\"]" : "[]");
        assertThat(form.at("/hidden").toString()).isEqualTo(visible.holds().test(after) ? "[]" : "[\"website\"]");
    }

    private static boolean isMissing(Condition required, Condition visible, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        Set<String> concerned = new TreeSet<>(required.by());
        concerned.addAll(visible.by());
        concerned.add("website");
        return after.get("website") == null && required.holds().test(after) && visible.holds().test(after)
                && concerned.stream().anyMatch(name -> !Objects.equals(before.get(name), after.get(name)));
    }

    private static void write(Way way, String id, String key, Map<String, @Nullable Object> changes, Set<String> wrong) {
        switch (way) {
            case PATCH -> {
                TestAnswer answer = ADMIN.patch(CUSTOMERS + "/" + id, 1, changes);
                assertThat(answer.status()).as(answer.toString()).isEqualTo(wrong.isEmpty() ? 200 : 422);
                Set<String> told = new TreeSet<>();
                answer.at("/errors").forEach(error -> told.add(error.get("path").asString()));
                assertThat(told).isEqualTo(wrong);
            }
            case BATCH -> {
                Map<String, @Nullable Object> row = new HashMap<>(changes);
                row.put("id", id);
                row.put("version", 1);
                TestAnswer answer = ADMIN.post(CUSTOMERS + "/batch", Map.of("update", List.of(row))).expect(200);
                assertThat(answer.at("/results/0/status").asInt()).isEqualTo(wrong.isEmpty() ? 200 : 422);
            }
            case BULK -> {
                if (!changes.isEmpty()) {
                    ended(ADMIN.post(CUSTOMERS + "/bulk", Map.of("ids", List.of(id), "update", changes)).expect(202).id());
                }
            }
            case IMPORT -> {
                Map<String, Object> columns = new TreeMap<>(Map.of("id", "externalId"));
                changes.keySet().forEach(name -> columns.put(name, name));
                String head = String.join(",", columns.keySet());
                String line = String.join(",", columns.keySet().stream().map(column -> column.equals("id") ? key : String.valueOf(changes.get(column))).toList());
                String upload = ADMIN.upload("/api/v1/imports/uploads", "rows.csv", head + "\n" + line + "\n").expect(201).id();
                ended(ADMIN.post("/api/v1/imports", Map.of(
                        "upload", upload, "dryRun", false, "map", Map.of("object", "customers", "key", "externalId", "columns", columns))).expect(202).id());
            }
        }
    }

    private static void ended(String job) {
        await().atMost(LONG).until(() -> Set.of("done", "failed").contains(ADMIN.get("/api/v1/jobs/" + job).expect(200).text("/state")));
    }

    private static TestAnswer created(Map<String, @Nullable Object> values, String key) {
        Map<String, @Nullable Object> body = new HashMap<>(body(values));
        body.put("externalId", key);
        return ADMIN.post(CUSTOMERS + "?duplicates=allow", body);
    }

    private static Map<String, @Nullable Object> body(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> body = new HashMap<>(values);
        body.put("name", "Somebody");
        return body;
    }

    private static Map<String, Object> values(String id) {
        var record = ADMIN.get(CUSTOMERS + "/" + id).expect(200).body();
        Map<String, Object> values = new HashMap<>();
        NAMES.stream().filter(record::hasNonNull).forEach(name -> values.put(name, name.equals("employees") ? record.get(name).asInt() : record.get(name).asString()));
        return values;
    }

    private static Map<String, Object> known(Map<String, @Nullable Object> values) {
        Map<String, Object> known = new HashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        return known;
    }

    private static void settle(List<Map<String, Object>> rules) {
        replace(Map.of("rules", rules)).expect(200);
    }

    private static TestAnswer replace(Object body) {
        long version = ADMIN.get(CUSTOMERS + "/layouts").expect(200).at("/version").asLong();
        return ADMIN.with("If-Match", "\"" + version + "\"").put(CUSTOMERS + "/layouts", body);
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return Arbitraries.of(CONDITIONS);
    }

    /** Some of the attributes with a value or without. */
    @Provide
    Arbitrary<Map<String, @Nullable Object>> records() {
        return Combinators.combine(
                        Arbitraries.of("", "-", "a", "b", "c"), Arbitraries.of(-2, -1, 10, 60, 100), Arbitraries.of("", "-", "https://keyuan.example/"),
                        Arbitraries.of("", "-", "smith", "miller"))
                .as((grade, employees, website, profession) -> {
                    Map<String, @Nullable Object> values = new HashMap<>();
                    put(values, "grade", grade);
                    if (employees != -2) {
                        values.put("employees", employees == -1 ? null : employees);
                    }
                    put(values, "website", website);
                    put(values, "profession", profession);
                    return Collections.unmodifiableMap(values);
                });
    }

    private static void put(Map<String, @Nullable Object> values, String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value.equals("-") ? null : value);
        }
    }

    @Example
    void whatIsWrongWithARuleIsSaidAtItsPlace() {
        TestAnswer refused = replace(Map.of("rules", List.of(
                        Map.of("attribute", "website", "requiredWhen", "grade == 'zzz'", "readOnlyWhen", "name ==", "visibleWhen", "owner == me()"),
                        Map.of("attribute", "website"), Map.of("attribute", "nonsense", "visibleWhen", "true"),
                        Map.of("attribute", "createdAt", "requiredWhen", "true"), Map.of("attribute", "name", "visibleWhen", "has(grade)"))))
                .expect(422);
        assertThat(Objects.requireNonNull(refused.error("rules[0].requiredWhen")).get("message").asString()).contains("character 10");
        assertThat(Objects.requireNonNull(refused.error("rules[0].readOnlyWhen")).get("message").asString()).contains("character 8");
        for (String path : List.of(
                "rules[0].visibleWhen", "rules[1].attribute", "rules[2].attribute", "rules[3].requiredWhen", "rules[4].visibleWhen")) {
            assertThat(refused.error(path)).as(path).isNotNull();
        }
    }

    @Example
    void kindsOfferSomeOfTheChoices() {
        settle(List.of());
        String before = created(Map.of("kind", "person", "industry", "logistics"), UUID.randomUUID().toString()).expect(201).id();
        replace(Map.of("kind", "kind", "offers", List.of(Map.of("kind", "person", "attribute", "industry", "choices", List.of("software"))))).expect(200);

        assertThat(created(Map.of("kind", "person", "industry", "logistics"), UUID.randomUUID().toString()).expect(422).error("industry")).isNotNull();
        created(Map.of("kind", "person", "industry", "software"), UUID.randomUUID().toString()).expect(201);
        String company = created(Map.of("kind", "company", "industry", "logistics"), UUID.randomUUID().toString()).expect(201).id();
        assertThat(ADMIN.patch(CUSTOMERS + "/" + company, 1, Map.of("kind", "person")).expect(422).error("industry")).isNotNull();
        ADMIN.patch(CUSTOMERS + "/" + before, 1, Map.of("profession", "smith")).expect(200);

        var described = ADMIN.get("/api/v1/metadata").expect(200).at("/objects").valueStream()
                .filter(object -> object.get("name").asString().equals("customers")).findFirst().orElseThrow();
        assertThat(described.get("kind").asString()).isEqualTo("kind");
        assertThat(described.at("/layouts/0/kind").asString()).isEqualTo("person");
        assertThat(described.at("/layouts/0/choices/industry").toString()).isEqualTo("[\"software\"]");

        TestAnswer refused = replace(Map.of("kind", "kind", "offers", List.of(
                        Map.of("kind", "robot", "attribute", "industry", "choices", List.of("software")),
                        Map.of("kind", "person", "attribute", "kind", "choices", List.of("person")),
                        Map.of("kind", "person", "attribute", "industry", "choices", List.of("none")))))
                .expect(422);
        for (String path : List.of("offers[0].kind", "offers[1].attribute", "offers[2].choices")) {
            assertThat(refused.error(path)).as(path).isNotNull();
        }
    }

    @Example
    void aRecordOfAKindBeginsWithWhatItsKindOffers() {
        String opportunities = "/api/v1/opportunities";
        TestClient admin = RunningProgram.freshTenant().administrator();
        admin.post(opportunities + "/attributes", Map.of("name", "c_tier", "label", "Tier", "type", "choice", "choices", List.of("gold", "silver"))).expect(201);
        Map<String, Object> tier = Map.of("kind", "referral", "attribute", "c_tier", "choices", List.of("gold"));
        Map<String, Object> stages = Map.of("kind", "referral", "attribute", "stage", "choices", List.of("engaging", "proposing", "won"));
        admin.with("If-Match", "\"0\"").put(opportunities + "/layouts", Map.of("kind", "source", "offers", List.of(
                Map.of("kind", "referral", "attribute", "stage", "choices", List.of("won", "lost")), tier))).expect(422);
        admin.with("If-Match", "\"0\"").put(opportunities + "/layouts", Map.of("kind", "source", "offers", List.of(stages, tier))).expect(200);
        assertThat(admin.post(opportunities, Map.of("title", "O", "source", "referral")).expect(201).at("/stage").toString()).contains("engaging");
        // Others begin with another one from now on, which this kind does not offer either.
        TestAnswer list = admin.get("/api/v1/choice-lists/opportunities.stage").expect(200);
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(Map.of("label", "Fresh", "meaning", "open", "initial", true));
        list.at("/choices").forEach(each -> lines.add(Map.of("code", each.get("code").asString())));
        admin.with("If-Match", "\"" + list.version() + "\"").put("/api/v1/choice-lists/opportunities.stage", Map.of("choices", lines)).expect(200);

        assertThat(admin.post(opportunities, Map.of("title", "A", "source", "referral")).expect(201).at("/stage").toString()).contains("engaging");
        assertThat(admin.post(opportunities, Map.of("title", "B", "source", "website")).expect(201).at("/stage").toString()).contains("fresh");

        // What an offer was about may go, and what is said of the rest can still be saved.
        admin.delete(opportunities + "/attributes/c_tier").expect(204);
        TestAnswer settled = admin.get(opportunities + "/layouts").expect(200);
        admin.with("If-Match", "\"" + settled.version() + "\"").put(opportunities + "/layouts", Map.of(
                "kind", "source", "offers", List.of(stages, tier), "rules", List.of(Map.of("attribute", "nextStep", "requiredWhen", "stage == 'won'")))).expect(200);
    }

    @Example
    void aRecordBeginsWithWhatFits() {
        String opportunities = "/api/v1/opportunities";
        TestClient admin = RunningProgram.freshTenant().administrator();
        long version = admin.get("/api/v1/choice-lists/opportunities.stage").expect(200).version();
        admin.with("If-Match", "\"" + version + "\"").put("/api/v1/choice-lists/opportunities.stage/dependency", Map.of(
                "attribute", "source", "fits", Map.of("referral", List.of("proposing", "won"), "website", List.of("won")))).expect(200);

        assertThat(admin.post(opportunities, Map.of("title", "A", "source", "referral")).expect(201).at("/stage").toString()).contains("proposing");
        assertThat(admin.post(opportunities, Map.of("title", "B", "source", "website")).expect(422).error("stage")).isNotNull();
        assertThat(admin.post(opportunities, Map.of("title", "C")).expect(201).at("/stage").toString()).contains("prospecting");
    }

    @Example
    void aNumberThatComesByItselfIsNotAskedFor() {
        TestClient admin = RunningProgram.freshTenant().administrator();
        admin.with("If-Match", "\"0\"").put("/api/v1/numbering", Map.of("object", "customers", "format", "K{0}", "byHand", false)).expect(200);
        admin.with("If-Match", "\"0\"").put(CUSTOMERS + "/layouts", Map.of("rules", List.of(Map.of("attribute", "number", "requiredWhen", "grade == 'a'")))).expect(200);

        assertThat(admin.post(CUSTOMERS, Map.of("name", "A", "grade", "a")).expect(201).text("/number")).isEqualTo("K1");
    }

    @Example
    void severalBecomeOneWhateverRulesSayOfNewValues() {
        TestClient admin = RunningProgram.freshTenant().administrator();
        String into = admin.post(CUSTOMERS, Map.of("name", "云帆科技", "grade", "a")).expect(201).id();
        String from = admin.post(CUSTOMERS, Map.of("name", "云帆科技二", "grade", "a", "website", "https://yunfan.example")).expect(201).id();
        admin.with("If-Match", "\"0\"").put(CUSTOMERS + "/layouts", Map.of("rules", List.of(Map.of("attribute", "website", "readOnlyWhen", "grade == 'a'")))).expect(200);
        assertThat(admin.patch(CUSTOMERS + "/" + into, 1, Map.of("website", "https://else.example")).expect(422).error("website")).isNotNull();

        String job = admin.post(CUSTOMERS + "/merge", Map.of("into", into, "from", List.of(from))).expectOneOf(200, 202).id();
        await().atMost(LONG).until(() -> admin.get("/api/v1/jobs/" + job).text("/state").equals("done"));

        assertThat(admin.get(CUSTOMERS + "/" + into).expect(200).text("/website")).isEqualTo("https://yunfan.example");
    }

    @Example
    void rulesHoldForThoseWhoMayNotSetThemUp() {
        settle(List.of(Map.of("attribute", "website", "requiredWhen", "grade == 'a'", "visibleWhen", "has(grade)")));
        TestClient colleague = COMPANY.person("colleague");
        TestAnswer form = colleague.post(CUSTOMERS + "/form", Map.of("values", Map.of("name", "Somebody", "grade", "a"))).expect(200);
        assertThat(form.at("/required").toString()).isEqualTo("[\"website\"]");
        colleague.get(CUSTOMERS + "/layouts").expect(403);
        colleague.with("If-Match", "\"1\"").put(CUSTOMERS + "/layouts", Map.of()).expect(403);
    }

    @Example
    void anAttributeThatARuleGoesByIsNotRemoved() {
        String name = ADMIN.post("/api/v1/competitors/attributes", Map.of("label", "Decides", "type", "number")).expect(201).text("/name");
        ADMIN.with("If-Match", "\"0\"").put("/api/v1/competitors/layouts", Map.of("rules", List.of(
                Map.of("attribute", "website", "visibleWhen", name + " > 1")))).expect(200);

        assertThat(ADMIN.delete("/api/v1/competitors/attributes/" + name).expect(409).content()).contains("Rule for");

        String id = ADMIN.post("/api/v1/competitors", Map.of("name", "Sees", name, 1)).expect(201).id();
        assertThat(ADMIN.get("/api/v1/competitors/" + id + "/form").expect(200).at("/hidden").toString()).isEqualTo("[\"website\"]");
        ADMIN.with("If-Match", "\"1\"").put("/api/v1/competitors/layouts", Map.of()).expect(200);
        ADMIN.delete("/api/v1/competitors/attributes/" + name).expect(204);
    }
}
