package io.keyuan.engine.exports;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who gets what in a file, at once and by a job, and what is told of it. */
class ExportsTest {

    private static final String EXPORT = "/api/v1/customers/export";

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    private List<JsonNode> trail(String kind) {
        return admin.get("/api/v1/audit?kind=" + kind).expect(200).items();
    }

    private static String detail(JsonNode event, String name) {
        return event.at("/details").valueStream().filter(detail -> detail.at("/name").asString().equals(name))
                .map(detail -> detail.at("/text").asString()).findFirst().orElse("");
    }

    private TestClient reader(List<String> rights, Map<String, String> attributes) {
        Map<String, Object> grant = Map.of(
                "object", "customers", "rights", rights, "read", Map.of("scopes", List.of("all")), "write", Map.of("scopes", List.of("own")),
                "attributes", attributes);
        String role = admin.post("/api/v1/roles", Map.of("name", "reader", "grants", List.of(grant))).expect(201).id();
        TestClient reader = company.person("reader-" + company.slug());
        admin.put("/api/v1/users/" + reader.person() + "/roles", Map.of("roles", List.of(role))).expect(200);
        return reader;
    }

    @Test
    void aListIsAFileAndTheTrailTellsWhoTookWhat() {
        admin.post("/api/v1/customers", Map.of("name", "Acme, \"Ltd\"", "city", "Rome", "phone", "+86 21 6391 1000")).expect(201);
        admin.post("/api/v1/customers", Map.of("name", "Bluth", "city", "Oslo")).expect(201);

        TestAnswer file = admin.get(EXPORT + "?fields=name,phone&sort=name&filter=" + encoded("city in ['Rome', 'Oslo']")).expect(200);

        assertThat(file.content()).isEqualTo("\uFEFFName,Telephone\r\n\"Acme, \"\"Ltd\"\"\",'+86 21 6391 1000\r\nBluth,\r\n");
        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        JsonNode event = trail("records-exported").getFirst();
        assertThat(event.at("/by/id").asString()).isEqualTo(admin.person());
        assertThat(event.at("/object").asString()).isEqualTo("customers");
        assertThat(detail(event, "count")).isEqualTo("2");
        assertThat(detail(event, "attributes")).isEqualTo("Name, Telephone");
        assertThat(detail(event, "filter")).contains("Rome");
    }

    @Test
    void whoMayNotTakeThemOutMayNot() {
        TestClient reader = reader(List.of("read"), Map.of());

        reader.get(EXPORT).expect(403);
        reader.post(EXPORT, Map.of("format", "csv")).expect(403);
        assertThat(trail("records-exported")).isEmpty();
    }

    @Test
    void whatIsHiddenIsNotThereAndWhatIsMaskedIsMasked() {
        admin.post("/api/v1/customers", Map.of("name", "Acme", "phone", "13800138000", "city", "Rome")).expect(201);
        TestClient reader = reader(List.of("read", "export"), Map.of("phone", "masked", "city", "hidden"));

        String file = reader.get(EXPORT).expect(200).content();

        assertThat(file).contains("Acme", "138****000").doesNotContain("13800138000", "Rome", "City");
        reader.get(EXPORT + "?fields=city").expect(400);
        reader.get(EXPORT + "?filter=" + encoded("city == 'Rome'")).expect(400);
        reader.get(EXPORT + "?filter=" + encoded("phone == '13800138000'")).expect(400);
        reader.get(EXPORT + "?sort=phone").expect(400);
    }

    @Test
    void whoHasACardIsOneAndWhatIsSeenInPartIsNotOnIt() {
        String acme = admin.post("/api/v1/customers", Map.of("name", "Acme")).expect(201).id();
        String lin = admin.post("/api/v1/contacts", Map.of("name", "林悦", "customer", Map.of("id", acme), "mobile", "13800138000", "position", "经理")).expect(201).id();
        Map<String, Object> grant = Map.of(
                "object", "contacts", "rights", List.of("read", "export"), "read", Map.of("scopes", List.of("all")), "attributes", Map.of("mobile", "masked"));
        String role = admin.post("/api/v1/roles", Map.of("name", "of contacts", "grants", List.of(grant))).expect(201).id();
        TestClient reader = company.person("cards-" + company.slug());
        admin.put("/api/v1/users/" + reader.person() + "/roles", Map.of("roles", List.of(role))).expect(200);

        TestAnswer card = admin.post("/api/v1/contacts/export", Map.of("format", "vcf", "ids", List.of(lin))).expect(200);

        assertThat(card.header("Content-Type")).isEqualTo("text/vcard;charset=UTF-8");
        assertThat(card.header("Content-Disposition")).contains(".vcf");
        assertThat(card.content()).contains("BEGIN:VCARD", "FN:林悦", "ORG:Acme", "TITLE:经理", "138").contains("UID:urn:uuid:");
        assertThat(reader.get("/api/v1/contacts/export?format=vcf").expect(200).content()).contains("FN:林悦").doesNotContain("138", "ORG");
        admin.get(EXPORT + "?format=vcf").expect(400);
        admin.get("/api/v1/contacts/export?format=ics").expect(400);
    }

    @Test
    void aSelectionIsAFile() {
        String acme = admin.post("/api/v1/customers", Map.of("name", "Acme")).expect(201).id();
        admin.post("/api/v1/customers", Map.of("name", "Bluth")).expect(201);

        TestAnswer file = admin.post(EXPORT, Map.of("ids", List.of(acme), "fields", "name", "bom", false)).expect(200);

        assertThat(file.content()).isEqualTo("Name\r\nAcme\r\n");
    }

    @Test
    void manyAreKeptByAJobForWhoeverAskedAndToldByTheRightsOfNow() {
        for (int from = 0; from < 12_000; from += 6_000) {
            List<Map<String, Object>> rows = IntStream.range(from, from + 6_000)
                    .<Map<String, Object>>mapToObj(i -> Map.of("name", "Number " + i, "phone", String.valueOf(13_800_000_000L + i), "externalId", "n" + i))
                    .toList();
            admin.post("/api/v1/customers/batch", Map.of("create", rows)).expect(200);
        }
        TestClient reader = reader(List.of("read", "export"), Map.of());
        assertThat(reader.get(EXPORT).expect(413).at("/errors/0/code").asString()).isEqualTo("export-by-job");

        TestAnswer taken = reader.post(EXPORT, Map.of("fields", "id,name,phone", "sort", "-name", "bom", false)).expect(202);

        String job = "/api/v1/jobs/" + taken.id();
        assertThat(taken.header("Location")).isEqualTo(job);
        await().atMost(Duration.ofMinutes(2)).until(() -> reader.get(job).expect(200).text("/state").equals("done"));
        TestAnswer done = reader.get(job).expect(200);
        assertThat(done.at("/result/rows").asInt()).isEqualTo(12_000);
        assertThat(done.text("/file")).isEqualTo(job + "/file");
        assertThat(Instant.parse(done.text("/fileUntil"))).isEqualTo(Instant.parse(done.text("/finishedAt")).plus(7, ChronoUnit.DAYS));
        List<String> lines = reader.get(job + "/file").expect(200).content().lines().toList();
        assertThat(lines).hasSize(12_001);
        assertThat(lines.get(1)).endsWith("Number 11999,13800011999");
        assertThat(lines.stream().skip(1).map(line -> line.substring(0, 36))).doesNotHaveDuplicates();

        assertThat(admin.get(job).expect(200).body().has("file")).isFalse();
        admin.get(job + "/file").expect(404);
        assertThat(detail(trail("records-exported").getFirst(), "count")).isEqualTo("12000");
        assertThat(detail(trail("export-downloaded").getFirst(), "attributes")).isEqualTo("ID, Name, Telephone");

        String gone = lines.get(1).substring(0, 36);
        admin.delete("/api/v1/customers/" + gone).expect(204);
        JsonNode role = admin.get("/api/v1/roles").expect(200).items().stream().filter(each -> each.path("name").asString("").equals("reader")).findFirst().orElseThrow();
        Map<String, Object> less = Map.of(
                "object", "customers", "rights", List.of("read", "export"), "read", Map.of("scopes", List.of("all")),
                "write", Map.of("scopes", List.of("own")), "attributes", Map.of("phone", "hidden"));
        admin.put("/api/v1/roles/" + role.path("id").asString(), Map.of("name", "reader", "version", role.path("version").asLong(), "grants", List.of(less))).expect(200);
        await().untilAsserted(() -> {
            String later = reader.get(job + "/file").expect(200).content();
            assertThat(later).startsWith("ID,Name\r\n").doesNotContain("138000", gone);
            assertThat(later.lines()).hasSize(12_000);
        });
    }
}
