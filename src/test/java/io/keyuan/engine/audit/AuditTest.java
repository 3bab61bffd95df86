package io.keyuan.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import io.keyuan.engine.Languages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What administrators find in the trail, and what comes into it. */
class AuditTest {

    private static final RunningProgram PROGRAM = RunningProgram.get();

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    private List<JsonNode> found(String query) {
        return admin.get("/api/v1/audit?" + query).expect(200).items();
    }

    private Caller caller() {
        return Objects.requireNonNull(
                PROGRAM.bean(Callers.class).of(company.id(), UUID.fromString(admin.person()), Languages.ENGLISH));
    }

    private String contact(String name, String mobile) {
        String customer = admin.post("/api/v1/customers", Map.of("name", "远山科技")).expect(201).id();
        return admin.post("/api/v1/contacts", Map.of("name", name, "mobile", mobile, "customer", Map.of("id", customer))).expect(201).id();
    }

    // ---- what is kept of reading ----

    @Test
    void whoReadASensitiveValueIsKept() {
        String id = contact("赵敏", "13800001234");
        assertThat(found("kind=sensitive-read")).as("who brings a record knows it").isEmpty();

        admin.get("/api/v1/contacts/" + id).expect(200);

        JsonNode read = found("kind=sensitive-read").getFirst();
        assertThat(read.at("/by/id").asString()).isEqualTo(admin.person());
        assertThat(read.at("/object").asString()).isEqualTo("contacts");
        assertThat(read.at("/record/id").asString()).isEqualTo(id);
        assertThat(read.at("/record/title").asString()).isEqualTo("赵敏");
        assertThat(read.at("/details").toString()).contains("Mobile").doesNotContain("13800001234");
        assertThat(read.at("/address").asString()).isEqualTo("127.0.0.1");
        assertThat(read.at("/token").asString("")).as("it was a program's").isNotEmpty();
        assertThat(read.at("/request").asString("")).isNotEmpty();
    }

    @Test
    void aPageIsOneEventWithTheRecordsThatHadAValue() {
        String first = contact("赵敏", "13800001234");
        String second = contact("钱进", "13800005678");
        contact("孙立", "");

        admin.get("/api/v1/contacts").expect(200);

        List<JsonNode> reads = found("kind=sensitive-read");
        assertThat(reads).hasSize(1);
        assertThat(reads.getFirst().at("/recordCount").asInt()).isEqualTo(2);
        assertThat(reads.getFirst().at("/records").valueStream().map(record -> record.at("/id").asString())).containsExactlyInAnyOrder(first, second);
        assertThat(found("record=" + first).stream().map(row -> row.at("/kind").asString())).containsExactly("sensitive-read", "record-created");
    }

    @Test
    void theSameLookAtTheSameRecordIsKeptOnceAnHour() {
        String first = contact("赵敏", "13800001234");
        admin.get("/api/v1/contacts/" + first).expect(200);
        admin.get("/api/v1/contacts/" + first).expect(200);
        assertThat(found("kind=sensitive-read")).hasSize(1);

        String second = contact("钱进", "13800005678");
        admin.get("/api/v1/contacts").expect(200);
        JsonNode page = found("kind=sensitive-read").getFirst();
        assertThat(page.at("/record/id").asString()).as("of the first the trail says so already").isEqualTo(second);
        admin.get("/api/v1/contacts").expect(200);
        assertThat(found("kind=sensitive-read")).hasSize(2);

        admin.get("/api/v1/contacts?fields=mobile,email&filter=" + TestClient.encoded("name == '赵敏'")).expect(200);
        assertThat(found("kind=sensitive-read")).as("told the same once more").hasSize(2);
        company.signedIn().get("/api/v1/contacts/" + first).expect(200);
        assertThat(found("kind=sensitive-read")).as("not the program that looked before").hasSize(3);
    }

    @Test
    void whereNothingSensitiveIsToldNothingIsKept() {
        contact("赵敏", "13800001234");

        admin.get("/api/v1/contacts?fields=name").expect(200);
        admin.get("/api/v1/customers").expect(200);

        assertThat(found("kind=sensitive-read")).isEmpty();
    }

    @Test
    void everyDoorIsWatched() {
        List<String> doors = List.of(
                "/api/v1/contacts", "/api/v1/contacts/%s", "/api/v1/contacts/%s/history", "/api/v1/contacts/%s/timeline",
                "/api/v1/search?q=13800001234");
        int reads = 0;
        for (String door : doors) {
            // Of somebody nobody has looked at yet.
            admin.get(door.formatted(contact("赵敏", "13800001234"))).expect(200);
            List<JsonNode> now = found("kind=sensitive-read&limit=200");
            assertThat(now).as(door).hasSizeGreaterThan(reads);
            reads = now.size();
        }
    }

    @Test
    void whoeverGroupsBySensitiveValuesReadsThem() {
        contact("赵敏", "13800001234");

        admin.get("/api/v1/contacts/aggregate?group=customer").expect(200);
        admin.get("/api/v1/contacts/aggregate?group=mobile&filter=" + TestClient.encoded("name == 'nobody'")).expect(200);
        assertThat(found("kind=sensitive-read")).as("nothing was told").isEmpty();
        admin.get("/api/v1/contacts/aggregate?group=mobile").expect(200);

        List<JsonNode> reads = found("kind=sensitive-read");
        assertThat(reads).singleElement().satisfies(read -> {
            assertThat(read.at("/object").asString()).isEqualTo("contacts");
            assertThat(read.at("/details").valueStream().map(detail -> detail.at("/label").asString() + ": " + detail.at("/text").asString()))
                    .containsExactly("Read as groups: Mobile");
            assertThat(read.at("/recordCount").asInt()).isZero();
        });
    }

    @Test
    void groupsOfWhatAReferenceLeadsToAreOfThatObject() {
        contact("赵敏", "13800001234");
        admin.get("/api/v1/contacts/aggregate?group=createdBy.email").expect(200);
        assertThat(found("kind=sensitive-read")).as("the administrator has no address").isEmpty();
        company.signedIn().patch("/api/v1/users/" + admin.person(), 1, Map.of("email", "boss@example.com")).expect(200);

        admin.get("/api/v1/contacts/aggregate?group=createdBy.email").expect(200);

        assertThat(found("kind=sensitive-read").getFirst().at("/object").asString()).isEqualTo("users");
    }

    @Test
    void changesInTheTrailAreSensitiveThemselves() {
        contact("赵敏", "13800001234");
        assertThat(found("kind=record-created&object=contacts").getFirst().toString()).contains("13800001234");

        assertThat(found("kind=sensitive-read")).hasSize(1);
    }

    // ---- what is kept of taking out ----

    @Test
    void backupsAreKept() {
        String id = admin.post("/api/v1/backups", Map.of()).expect(202).id();
        await().atMost(Duration.ofMinutes(1)).until(() -> admin.get("/api/v1/jobs/" + id).text("/state").equals("done"));
        admin.get("/api/v1/backups/" + id + "/file");
        admin.delete("/api/v1/backups/" + id).expect(204);

        assertThat(found("limit=10").stream().map(row -> row.at("/kind").asString()))
                .contains("backup-made", "backup-downloaded", "backup-deleted");
    }

    @Test
    void theFeedOfChangesIsKeptWhereItToldSomething() {
        contact("赵敏", "13800001234");
        int told = 0;
        String position = "";
        TestAnswer answer;
        do {
            answer = admin.get("/api/v1/changes?since=" + position).expect(200);
            position = answer.text("/next");
            told += answer.items().isEmpty() ? 0 : 1;
        } while (!answer.items().isEmpty() || told == 0);

        assertThat(found("kind=changes-read")).hasSize(told);
    }

    // ---- looking for something ----

    @Test
    void changesAndEventsAreOneListThatIsPagedToItsEnd() {
        for (int i = 0; i < 7; i++) {
            String id = contact("赵敏 " + i, "1380000123" + i);
            admin.get("/api/v1/contacts/" + id).expect(200);
        }
        List<JsonNode> whole = found("limit=200");
        List<String> paged = new ArrayList<>();
        String page = "";
        do {
            TestAnswer answer = admin.get("/api/v1/audit?limit=3&page=" + page).expect(200);
            answer.items().forEach(item -> paged.add(item.at("/id").asString()));
            page = answer.at("/next").isNull() ? "" : answer.text("/next");
        } while (!page.isEmpty());

        assertThat(paged).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(21);
        // Looking at the list may itself have been kept since.
        assertThat(paged.stream().filter(whole.stream().map(item -> item.at("/id").asString()).toList()::contains).toList())
                .isEqualTo(whole.stream().map(item -> item.at("/id").asString()).toList());
    }

    @Test
    void theTrailIsNarrowedByEverythingThereIs() {
        Instant begin = Instant.now();
        TestClient lin = company.person("lin");
        String customer = lin.post("/api/v1/customers", Map.of("name", "近水公司", "city", "杭州")).expect(201).id();
        lin.patch("/api/v1/customers/" + customer, 1, Map.of("city", "苏州")).expect(200);
        lin.delete("/api/v1/customers/" + customer).expect(204);
        contact("赵敏", "13800001234");

        assertThat(kinds("person=" + lin.person())).containsExactly(
                "record-deleted", "record-changed", "record-created", "token-made", "password-changed", "signed-in");
        assertThat(kinds("record=" + customer)).containsExactly("record-deleted", "record-changed", "record-created");
        assertThat(kinds("object=contacts")).containsExactly("record-created");
        assertThat(kinds("kind=record-deleted")).containsExactly("record-deleted");
        assertThat(kinds("kind=record-created&object=customers&person=" + lin.person())).containsExactly("record-created");
        assertThat(kinds("words=" + encoded("苏州"))).containsExactly("record-changed");
        assertThat(kinds("words=" + encoded("苏%州"))).as("no wildcards").isEmpty();
        assertThat(kinds("to=" + begin.minusSeconds(60))).isEmpty();
        assertThat(kinds("from=" + begin.minusSeconds(60) + "&person=" + lin.person())).hasSize(6);

        JsonNode changed = found("kind=record-changed&record=" + customer).getFirst();
        assertThat(changed.at("/by/title").asString()).isEqualTo("lin");
        assertThat(changed.at("/label").asString()).isEqualTo("Record changed");
        assertThat(changed.at("/changes/0/old").asString()).isEqualTo("杭州");
        assertThat(changed.at("/changes/0/new").asString()).isEqualTo("苏州");
    }

    private List<String> kinds(String query) {
        return found(query).stream().map(row -> row.at("/kind").asString()).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "from=yesterday", "person=lin", "object=nothing", "record=1", "limit=0", "limit=1000", "page=x", "other=1", "to=9999-99-99T00:00:00Z"
    })
    void whatCannotBeUnderstoodIsRefused(String query) {
        admin.get("/api/v1/audit?" + query).expect(400);
        if (!query.startsWith("limit")) {
            admin.get("/api/v1/audit/export?" + query).expect(400);
        }
    }

    @Test
    void onlyAdministratorsLookIntoIt() {
        TestClient lin = company.person("lin");
        for (String path : List.of("", "/kinds", "/export", "/seals", "/verifications")) {
            lin.get("/api/v1/audit" + path).expect(403);
        }
        lin.post("/api/v1/audit/verifications", Map.of()).expect(403);
    }

    @Test
    void theKindsHaveWords() {
        TestAnswer kinds = admin.get("/api/v1/audit/kinds").expect(200);

        assertThat(kinds.items()).anySatisfy(kind -> {
            assertThat(kind.at("/kind").asString()).isEqualTo("sensitive-read");
            assertThat(kind.at("/label").asString()).isEqualTo("Sensitive data read");
        });
    }

    @Test
    void theExportIsATableWithoutFormulasAndIsKeptItself() {
        admin.post("/api/v1/customers", Map.of("name", "=HYPERLINK(1)")).expect(201);

        TestAnswer export = admin.get("/api/v1/audit/export?kind=record-created").expect(200);

        assertThat(export.header("Content-Disposition")).contains("attachment", "audit-").contains(".csv");
        assertThat(export.content()).contains("Record created", "'=HYPERLINK(1)").doesNotContain(",=HYPERLINK");
        assertThat(found("kind=audit-exported").getFirst().at("/details").toString()).contains("Record created");
    }

    // ---- verification ----

    @Test
    void theChainIsVerifiedAndKnowsANotedHash() {
        contact("赵敏", "13800001234");
        JsonNode first = verified(Map.of());
        assertThat(first.at("/intact").asBoolean()).isTrue();
        String hash = first.at("/last/hash").asString();
        assertThat(admin.get("/api/v1/audit/seals").expect(200).content()).contains(hash);

        assertThat(verified(Map.of("since", hash)).at("/intact").asBoolean()).isTrue();
        JsonNode unknown = verified(Map.of("since", "ab".repeat(32)));
        assertThat(unknown.at("/intact").asBoolean()).isFalse();
        assertThat(unknown.at("/finding/what").asString()).isEqualTo("hash-unknown");
        admin.post("/api/v1/audit/verifications", Map.of("since", "x")).expect(422);
    }

    private JsonNode verified(Map<String, String> wanted) {
        TestAnswer begun = admin.post("/api/v1/audit/verifications", wanted).expect(202);
        await().atMost(Duration.ofMinutes(1)).until(() -> admin.get("/api/v1/jobs/" + begun.id()).text("/state").equals("done"));
        return admin.get("/api/v1/jobs/" + begun.id()).at("/result");
    }

    // ---- how events are kept ----

    @Test
    void anEventIsToldIfAndOnlyIfItHappened() {
        var trail = PROGRAM.bean(AuditTrail.class);
        var transaction = PROGRAM.bean(TransactionTemplate.class);
        caller().run(() -> {
            transaction.executeWithoutResult(status -> {
                trail.keep(AuditEvent.of("role-changed", Map.of("role", "no")));
                status.setRollbackOnly();
            });
            transaction.executeWithoutResult(status -> trail.keep(AuditEvent.of("role-changed", Map.of("role", "yes"))));
        });

        assertThat(found("kind=role-changed")).hasSize(1);
        assertThat(found("kind=role-changed").getFirst().at("/details").toString()).contains("yes");
    }

    @Test
    void whateverStandsInDetailsIsKept() {
        var trail = PROGRAM.bean(AuditTrail.class);
        caller().run(() -> trail.keepLater(AuditEvent.of("tried", Map.of(
                "zero", "a\u0000b", "half", "a\ud800b", "many", List.of("x", 1, true), "number", 1.5, "face", "😀", "object", UUID.randomUUID()))));

        assertThat(found("kind=tried").getFirst().at("/details").toString()).contains("ab", "😀", "1.5");
    }

    @Test
    void nothingIsLostWhenMuchComesAtOnce() throws Exception {
        var trail = PROGRAM.bean(AuditTrail.class);
        Caller caller = caller();
        int each = 1_500;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> caller.run(() -> {
                    for (int event = 0; event < each; event++) {
                        trail.keepLater(AuditEvent.of("much", Map.of()));
                    }
                })));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        PROGRAM.bean(WaitingEvents.class).flush();

        try (var connection = PROGRAM.database().connect();
                var rows = connection.createStatement().executeQuery(
                        "select count(*) from audit_event where kind = 'much' and tenant_id = '" + company.id() + "'")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(8 * each);
        }
    }
}
