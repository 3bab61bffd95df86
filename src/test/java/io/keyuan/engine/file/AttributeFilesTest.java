package io.keyuan.engine.file;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.PassedMoment;
import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestForm;
import io.keyuan.TestTenant;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Files that attributes hold: who gives which, who gets at them, and what becomes of them with their records. */
class AttributeFilesTest {

    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String LICENCE = "c_licence";

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    AttributeFilesTest() {
        admin.post(CUSTOMERS + "/attributes", Map.of("label", "营业执照", "name", LICENCE, "type", "file")).expect(201);
    }

    private static String brought(TestClient client, String name, String text) {
        return client.post("/api/v1/files", new TestForm().file(name, text)).expect(201).id();
    }

    private String customer(String name, @Nullable String file) {
        Map<String, Object> body = new HashMap<>(Map.of("name", name));
        if (file != null) {
            body.put(LICENCE, Map.of("id", file));
        }
        return admin.post(CUSTOMERS + "?duplicates=allow", body).expect(201).id();
    }

    private TestAnswer give(TestClient client, String customer, @Nullable String file) {
        long version = admin.get(CUSTOMERS + "/" + customer).expect(200).version();
        return client.patch(CUSTOMERS + "/" + customer, version, Collections.singletonMap(LICENCE, file == null ? null : Map.of("id", file)));
    }

    private static String content(String customer, String file) {
        return CUSTOMERS + "/" + customer + "/files/" + file + "/content";
    }

    private List<String> listed(String customer) {
        return admin.get(CUSTOMERS + "/" + customer + "/files").expect(200).items().stream().map(file -> file.get("name").asString()).toList();
    }

    /** A colleague with one role about customers. */
    private TestClient colleague(String name, String right) {
        TestClient client = company.person(name);
        Map<String, Object> everything = Map.of("scopes", List.of("all"));
        String role = admin.post("/api/v1/roles", Map.of("name", name, "grants", List.of(Map.of(
                "object", "customers", "rights", List.of("read", "create", "edit"), "read", everything, "write", everything,
                "attributes", Map.of(LICENCE, right))))).expect(201).id();
        admin.put("/api/v1/users/" + client.person() + "/roles", Map.of("roles", List.of(role))).expect(200);
        return client;
    }

    @Test
    void aFileIsBroughtBeforeItsRecordIsMade() {
        String file = brought(admin, "执照.txt", "the licence");

        String customer = customer("远山科技", file);

        JsonNode read = admin.get(CUSTOMERS + "/" + customer).expect(200).at("/" + LICENCE);
        assertThat(read.get("id").asString()).isEqualTo(file);
        assertThat(read.get("name").asString()).isEqualTo("执照.txt");
        assertThat(read.get("size").asInt()).isEqualTo(11);
        assertThat(read.get("mediaType").asString()).isEqualTo("text/plain");
        assertThat(admin.get(content(customer, file)).expect(200).content()).isEqualTo("the licence");
        JsonNode listed = admin.get(CUSTOMERS + "/" + customer + "/files").expect(200).items().getFirst();
        assertThat(listed.get("id").asString()).isEqualTo(file);
        assertThat(listed.get("attribute").asString()).isEqualTo(LICENCE);
    }

    @Test
    void whatIsNotTheCallersToGiveIsRefusedAlike() {
        TestClient colleague = company.person("colleague");
        String other = customer("近水贸易", brought(admin, "other.txt", "of another"));
        String kept = admin.post(CUSTOMERS + "/" + other + "/files", new TestForm().file("kept.txt", "kept")).expect(201).items().getFirst().get("id").asString();
        String held = admin.get(CUSTOMERS + "/" + other).at("/" + LICENCE + "/id").asString();
        RunningProgram.get().bean(ContentUpkeep.class).clear(Instant.now(), () -> false);
        String customer = customer("远山科技", null);
        List<String> foreign = List.of(
                brought(colleague, "theirs.txt", "theirs"), brought(RunningProgram.freshTenant().administrator(), "b.txt", "b"),
                held, kept, UUID.randomUUID().toString());

        List<String> told = new ArrayList<>();
        for (String file : foreign) {
            TestAnswer refused = give(admin, customer, file).expect(422);
            assertThat(refused.text("/errors/0/path")).isEqualTo(LICENCE);
            told.add(refused.text("/errors/0/code") + refused.text("/errors/0/message"));
        }
        assertThat(Set.copyOf(told)).hasSize(1);
        assertThat(told.getFirst()).startsWith("unknown-file").doesNotContain("fault.");
        for (Object nonsense : List.of("执照.txt", 7, true, List.of(), Map.of("id", 7), Map.of("name", "执照.txt"), Map.of("id", "1-1-1-1-1"))) {
            TestAnswer refused = admin.patch(CUSTOMERS + "/" + customer, 1, Map.of(LICENCE, nonsense)).expect(422);
            assertThat(refused.text("/errors/0/code")).as("%s", nonsense).isEqualTo("not-file");
        }
    }

    @Test
    void whoMayNotReadTheAttributeGetsTheFileNowhere() {
        String file = brought(admin, "玄武岩.txt", "secret");
        String customer = customer("远山科技", file);
        for (String right : List.of("hidden", "masked")) {
            TestClient blind = colleague(right, right);

            assertThat(blind.get(CUSTOMERS + "/" + customer).expect(200).content()).doesNotContain("玄武岩", file);
            blind.get(content(customer, file)).expect(404);
            blind.get(CUSTOMERS + "/" + customer + "/files/" + file + "/versions").expect(404);
            assertThat(blind.get(CUSTOMERS + "/" + customer + "/files").expect(200).items()).isEmpty();
            assertThat(blind.get(CUSTOMERS + "/" + customer + "/overview").expect(200).content()).doesNotContain("玄武岩", file);
            assertThat(blind.get(CUSTOMERS + "/" + customer + "/history").expect(200).content()).doesNotContain("玄武岩", file);
            assertThat(blind.get("/api/v1/search?q=" + encoded("玄武岩")).expect(200).items()).isEmpty();
            assertThat(blind.get(CUSTOMERS + "/export").content()).doesNotContain("玄武岩");
        }
        assertThat(admin.get("/api/v1/search?q=" + encoded("玄武岩")).expect(200).items()).hasSize(1);
    }

    @Test
    void whoOnlyReadsTheAttributeReplacesNothing() {
        String file = brought(admin, "执照.txt", "first");
        String customer = customer("远山科技", file);
        TestClient reader = colleague("reader", "read");

        assertThat(reader.get(content(customer, file)).expect(200).content()).isEqualTo("first");
        assertThat(give(reader, customer, brought(reader, "other.txt", "other")).expect(422).text("/errors/0/code")).isEqualTo("not-writable");
        assertThat(give(reader, customer, null).expect(422).text("/errors/0/code")).isEqualTo("not-writable");
        assertThat(reader.post(CUSTOMERS + "/" + customer + "/files/" + file + "/versions", new TestForm().file("b.txt", "b")).expect(422).text("/errors/0/code"))
                .isEqualTo("file-of-attribute");
        admin.delete(CUSTOMERS + "/" + customer + "/files/" + file).expect(422);
        admin.patch(CUSTOMERS + "/" + customer + "/files/" + file, Map.of("name", "c.txt")).expect(422);
    }

    @Test
    void whatWasReplacedIsInTheHistoryAndCanBeGivenAgain() {
        String first = brought(admin, "旧.txt", "first");
        String customer = customer("远山科技", first);
        Instant then = PassedMoment.passed();
        String second = brought(admin, "新.txt", "second");
        give(admin, customer, second).expect(200);

        JsonNode change = admin.get(CUSTOMERS + "/" + customer + "/history").expect(200).items().getFirst().at("/changes/0");
        assertThat(change.at("/old/name").asString()).isEqualTo("旧.txt");
        assertThat(change.at("/new/name").asString()).isEqualTo("新.txt");
        assertThat(admin.get(CUSTOMERS + "/" + customer + "?asOf=" + encoded(then.toString())).expect(200).at("/" + LICENCE + "/id").asString()).isEqualTo(first);
        RunningProgram.get().bean(ContentUpkeep.class).clear(Instant.now(), () -> false);
        assertThat(admin.get(content(customer, first)).expect(200).content()).isEqualTo("first");
        assertThat(listed(customer)).containsExactly("新.txt");
        assertThat(admin.get("/api/v1/search?q=" + encoded("旧.txt")).expect(200).items()).isEmpty();

        give(admin, customer, first).expect(200);
        assertThat(listed(customer)).containsExactly("旧.txt");
        give(admin, customer, null).expect(200);
        assertThat(listed(customer)).isEmpty();
        assertThat(admin.get(CUSTOMERS + "?filter=" + encoded("has(" + LICENCE + ")")).expect(200).items()).isEmpty();
    }

    @Test
    void whatNobodySavedIsForgottenInTime() {
        String file = brought(admin, "执照.txt", "never saved " + company.id());

        RunningProgram.get().bean(ContentUpkeep.class).clear(Instant.now(), () -> false);

        String customer = customer("远山科技", null);
        assertThat(give(admin, customer, file).expect(422).text("/errors/0/code")).isEqualTo("unknown-file");
    }

    @Test
    void oneFileIsGivenToManyAndTakenBack() {
        String before = brought(admin, "before.txt", "before");
        List<String> customers = List.of(customer("甲", before), customer("乙", null), customer("丙", null));
        String file = brought(admin, "共同.txt", "shared");

        JsonNode job = ended(admin.post(CUSTOMERS + "/bulk", Map.of("ids", customers, "update", Map.of(LICENCE, Map.of("id", file)))).expect(202).id());

        assertThat(job.at("/result/updated").asInt()).as("%s", job).isEqualTo(3);
        customers.forEach(each -> assertThat(admin.get(content(each, file)).expect(200).content()).isEqualTo("shared"));
        assertThat(ended(admin.post("/api/v1/jobs/" + job.path("id").asString() + "/undo", Map.of()).expect(202).id()).at("/result/restored").asInt()).isEqualTo(3);
        assertThat(listed(customers.getFirst())).containsExactly("before.txt");
        assertThat(listed(customers.getLast())).isEmpty();
    }

    @Test
    void theOneThatStaysOfSeveralHasTheFileAndGivesItBack() {
        String file = brought(admin, "执照.txt", "of the one that goes");
        String from = customer("远山科技", file);
        String into = customer("远山科技公司", null);

        JsonNode job = admin.post(CUSTOMERS + "/merge", Map.of("into", into, "from", List.of(from), "versions", Map.of(into, 1, from, 1))).expect(200).body();

        assertThat(admin.get(content(into, file)).expect(200).content()).isEqualTo("of the one that goes");
        assertThat(listed(into)).containsExactly("执照.txt");
        ended(admin.post("/api/v1/jobs/" + job.get("id").asString() + "/undo", Map.of()).expect(202).id());
        assertThat(listed(into)).isEmpty();
        assertThat(listed(from)).containsExactly("执照.txt");
        assertThat(admin.get(content(from, file)).expect(200).content()).isEqualTo("of the one that goes");
    }

    @Test
    void takingAMergeBackLeavesTheFileWhereAValueStays() {
        String first = brought(admin, "旧.txt", "first");
        String second = brought(admin, "新.txt", "second");
        String from = customer("远山科技", first);
        give(admin, from, second).expect(200);
        String into = customer("远山科技公司", null);
        String job = admin.post(CUSTOMERS + "/merge", Map.of("into", into, "from", List.of(from), "versions", Map.of(into, 1, from, 2))).expect(200).id();
        give(admin, into, first).expect(200);

        ended(admin.post("/api/v1/jobs/" + job + "/undo", Map.of()).expect(202).id());

        assertThat(listed(into)).as("given since").containsExactly("旧.txt");
        assertThat(admin.get(content(into, first)).expect(200).content()).isEqualTo("first");
        assertThat(listed(from)).containsExactly("新.txt");
        assertThat(admin.get(content(from, first)).expect(200).content()).as("of its history").isEqualTo("first");
    }

    @Test
    void recordsThatShareAFileBecomeOneThatHasItOnce() {
        String file = brought(admin, "共同.txt", "shared");
        String from = customer("远山科技", file);
        String into = customer("远山科技公司", file);

        admin.post(CUSTOMERS + "/merge", Map.of("into", into, "from", List.of(from), "versions", Map.of(into, 1, from, 1))).expect(200);

        assertThat(listed(into)).containsExactly("共同.txt");
    }

    @Test
    void oneFileOfTwoAttributesIsListedOnceAndOpenToWhoMayReadEitherOfThem() {
        admin.post(CUSTOMERS + "/attributes", Map.of("label", "副本", "name", "c_copy", "type", "file")).expect(201);
        String file = brought(admin, "执照.txt", "the licence");
        String customer = customer("远山科技", file);
        admin.patch(CUSTOMERS + "/" + customer, 1, Map.of("c_copy", Map.of("id", file))).expect(200);

        assertThat(listed(customer)).containsExactly("执照.txt");
        TestClient partly = colleague("partly", "hidden");
        assertThat(partly.get(CUSTOMERS + "/" + customer).expect(200).at("/c_copy/id").asString()).isEqualTo(file);
        assertThat(partly.get(CUSTOMERS + "/" + customer + "/files").expect(200).items()).singleElement()
                .satisfies(listed -> assertThat(listed.get("attribute").asString()).isEqualTo("c_copy"));
        assertThat(partly.get(content(customer, file)).expect(200).content()).isEqualTo("the licence");
        partly.get(CUSTOMERS + "/" + customer + "/files/" + file + "/versions").expect(200);
    }

    @Test
    void whoeverIsToldOfASensitiveFileIsInTheTrail() {
        admin.patch(CUSTOMERS + "/attributes/" + LICENCE, 1, Map.of("sensitive", true)).expect(200);
        String file = brought(admin, "玄武岩.txt", "secret");
        String customer = customer("远山科技", file);
        List<String> ways = List.of(
                CUSTOMERS + "/" + customer + "/files", CUSTOMERS + "/" + customer + "/files/" + file + "/versions", content(customer, file),
                "/api/v1/search?q=" + encoded("玄武岩"));
        for (int i = 0; i < ways.size(); i++) {
            // The same look of the same person at the same record is kept once an hour.
            TestClient reader = colleague("reader" + i, "read");
            reader.get(ways.get(i)).expect(200);

            assertThat(admin.get("/api/v1/audit?kind=sensitive-read&record=" + customer).expect(200).items().stream().map(read -> read.at("/by/id").asString()))
                    .as(ways.get(i)).contains(reader.person());
        }
    }

    @Test
    void whatARecordHasDoesNotWaitAnyMore() throws Exception {
        String file = brought(admin, "执照.txt", "the licence");
        brought(admin, "later.txt", "not yet");
        assertThat(waiting()).isEqualTo(2);

        String customer = customer("远山科技", file);
        assertThat(waiting()).isEqualTo(1);

        customer("近水贸易", file);
        assertThat(waiting()).isEqualTo(1);
        assertThat(listed(customer)).containsExactly("执照.txt");
    }

    private int waiting() throws Exception {
        return caller().call(() -> RunningProgram.get().bean(ReceivedFiles.class).count());
    }

    private Caller caller() {
        return Objects.requireNonNull(RunningProgram.get().bean(Callers.class).of(company.id(), UUID.fromString(admin.person()), Locale.ENGLISH));
    }

    @Test
    void oneFileOfManyRecordsIsReadOnce() throws Exception {
        String file = brought(admin, "共同.txt", "shared");
        List<String> customers = List.of(customer("甲", file), customer("乙", file), customer("丙", file));
        var texts = RunningProgram.get().bean(FileTexts.class);
        var transaction = RunningProgram.get().bean(TransactionTemplate.class);

        caller().call(() -> {
            // Nobody else reads them until this has ended.
            transaction.executeWithoutResult(status -> {
                List<RecordFile> files = RunningProgram.get().bean(FileStore.class).heldBy(Set.copyOf(customers.stream().map(UUID::fromString).toList()));
                texts.expect(files);
                RecordFile first = files.getFirst();
                texts.read(new FileTexts.Waiting(company.id(), first.id(), first.name(), first.current()), "辉绿岩");
            });
            return true;
        });

        assertThat(admin.get("/api/v1/search?q=" + encoded("辉绿岩")).expect(200).items()).hasSize(3);
    }

    @Test
    void severalAtOnceAreRefusedBeforeAnyIsKept() throws Exception {
        String text = "one of two " + company.id();

        TestAnswer refused = admin.post("/api/v1/files", new TestForm().file("one.txt", text).file("two.txt", "two")).expect(400);

        assertThat(refused.text("/errors/0/code")).isEqualTo("one-file-only");
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(RunningProgram.get().bean(ContentStore.class).has(company.id(), hash)).isFalse();
    }

    @Test
    void anAttributeThatIsTakenAwayTakesItsFilesOutOfSightAndBringsThemBack() {
        String file = brought(admin, "执照.txt", "the licence");
        String customer = customer("远山科技", file);

        admin.delete(CUSTOMERS + "/attributes/" + LICENCE).expect(204);
        assertThat(listed(customer)).isEmpty();
        admin.get(content(customer, file)).expect(404);
        admin.post(CUSTOMERS + "/attributes/" + LICENCE + "/restore", Map.of()).expect(200);

        assertThat(listed(customer)).containsExactly("执照.txt");
        assertThat(admin.get(content(customer, file)).expect(200).content()).isEqualTo("the licence");
    }

    @Test
    void anImportTakesBackWhatAnExportSaysAndTellsOfWhatItDoesNotKnow() {
        String customer = customer("远山科技", brought(admin, "执照 (1).txt", "the licence"));
        String cell = admin.get(CUSTOMERS + "/export?bom=false&fields=" + LICENCE).expect(200).content().lines().skip(1).findFirst().orElseThrow();
        assertThat(cell).startsWith("执照 (1).txt [");

        JsonNode same = imported("id," + LICENCE + "\n" + customer + "," + cell + "\n");
        assertThat(same.at("/result/skipped").asInt()).as("%s", same).isEqualTo(1);
        JsonNode refused = imported("id," + LICENCE + "\n" + customer + ",licence.txt\n");
        assertThat(refused.at("/result/failed").asInt()).as("%s", refused).isEqualTo(1);
        assertThat(admin.get(refused.get("failures").asString()).expect(200).content()).contains("licence.txt");
        assertThat(listed(customer)).containsExactly("执照 (1).txt");
    }

    private JsonNode imported(String file) {
        return ended(admin.upload("/api/v1/imports?key=id&mode=update&object=customers", "import.csv", file).expect(202).id());
    }

    @Test
    void whatMustBeGivenAndWhatDecidesAreFilesToo() {
        admin.patch(CUSTOMERS + "/attributes/" + LICENCE, 1, Map.of("required", true)).expect(200);
        TestAnswer refused = admin.post(CUSTOMERS, Map.of("name", "远山科技")).expect(422);
        assertThat(refused.text("/errors/0/path")).isEqualTo(LICENCE);
        assertThat(refused.text("/errors/0/code")).isEqualTo("required");

        String customer = customer("远山科技", brought(admin, "执照.txt", "the licence"));
        assertThat(admin.get(CUSTOMERS + "/merge-fields?record=" + customer).expect(200).content()).contains("\"example\":\"执照.txt\"");
        assertThat(admin.get(CUSTOMERS + "?filter=" + encoded(LICENCE + ".contains('执照')")).expect(200).items()).hasSize(1);
        assertThat(admin.get(CUSTOMERS + "?filter=" + encoded(LICENCE + ".contains('合同')")).expect(200).items()).isEmpty();
    }

    @Test
    void aRuleAsksForOne() {
        admin.with("If-Match", "\"0\"").put(CUSTOMERS + "/layouts", Map.of(
                "layouts", List.of(), "rules", List.of(Map.of("attribute", LICENCE, "requiredWhen", "remarks == 'signed'")))).expect(200);
        String customer = customer("远山科技", null);

        TestAnswer refused = admin.patch(CUSTOMERS + "/" + customer, 1, Map.of("remarks", "signed")).expect(422);
        assertThat(refused.text("/errors/0/path")).isEqualTo(LICENCE);
        admin.patch(CUSTOMERS + "/" + customer, 1, Map.of("remarks", "signed", LICENCE, Map.of("id", brought(admin, "合同.txt", "signed")))).expect(200);
        assertThat(give(admin, customer, null).expect(422).text("/errors/0/path")).isEqualTo(LICENCE);
    }

    @Test
    void partsOfRecordsAndRulesHaveNone() {
        assertThat(admin.post("/api/v1/opportunity-lines/attributes", Map.of("label", "Drawing", "type", "file")).expect(422).text("/errors/0/code")).isEqualTo("not-of-parts");
        TestAnswer refused = admin.post("/api/v1/automation-rules", Map.of(
                "object", "customers", "name", "gives", "trigger", Map.of("kind", "created"),
                "actions", List.of(Map.of("kind", "set", "values", List.of(Map.of("attribute", LICENCE, "value", Map.of("id", UUID.randomUUID().toString()))))))).expect(422);
        assertThat(refused.text("/errors/0/code")).isEqualTo("not-writable");
    }

    private JsonNode ended(String job) {
        await().atMost(Duration.ofMinutes(1)).until(() -> Set.of("done", "failed").contains(admin.get("/api/v1/jobs/" + job).expect(200).text("/state")));
        return admin.get("/api/v1/jobs/" + job).expect(200).body();
    }
}
