package io.keyuan.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What was exported and is imported again changes nothing; brought to another company, it is the same there. */
class ExportAndImportTest {

    private static final List<String> NAMES = List.of(
            "=1+1", "'=1", "\"quoted\", and; so\ton", "007", "Ａ１ 全角", "👩‍👩‍👧‍👦 𠮷野家", "-5", "@mention", "_x000D_", "Acme [01939a2e-0000-7000-8000-000000000000]");

    private final Company company = new Company();
    private final Importer admin = company.importer();

    private static byte[] export(Importer importer, String object, String parameters) {
        return importer.bytes("/api/v1/" + object + "/export?" + parameters);
    }

    /** Hostile names and texts, twins, references, amounts of several currencies. */
    private void fill(TestClient client) {
        String product = client.post("/api/v1/products", Map.of("name", "=HYPERLINK(\"x\")", "externalId", "p-1")).expect(201).id();
        int number = 0;
        String last = "";
        for (String name : NAMES) {
            Map<String, Object> customer = new LinkedHashMap<>();
            customer.put("name", name);
            customer.put("externalId", "00" + number);
            customer.put("remarks", "line one\n" + name + "\r\n=2+2");
            customer.put("phone", "+86 21 6391 100" + number);
            customer.put("tags", number % 3 == 0 ? List.of() : number % 3 == 1 ? List.of("watch") : List.of("important", "watch"));
            customer.put("employees", number * 1_000_000);
            customer.put("birthday", number % 2 == 0 ? "1899-12-31" : "1970-03-04");
            customer.put("revenue", Map.of("amount", number == 3 ? "123456789012345.6789" : "1054.50", "currency", number % 3 == 0 ? "USD" : "JPY"));
            if (!last.isEmpty()) {
                customer.put("parentCompany", Map.of("id", last));
            }
            last = client.post("/api/v1/customers?duplicates=allow", customer).expect(201).id();
            client.post("/api/v1/opportunities", Map.of(
                    "title", "+" + name, "externalId", "o" + number, "customer", Map.of("id", last), "amount", Map.of("amount", "-7", "currency", "EUR"),
                    "lines", List.of(Map.of("product", Map.of("id", product), "quantity", 2)))).expect(201);
            number++;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en csv", "zh-TW csv", "zh-CN xlsx", "en xlsx"})
    void anExportImportedAgainChangesNothing(String how) {
        fill(admin.client());
        admin.client().post("/api/v1/customers", Map.of("name", "Twin", "externalId", "t1")).expect(201);
        String twin = admin.client().post("/api/v1/customers?duplicates=allow", Map.of("name", "Twin", "externalId", "t2")).expect(201).id();
        admin.client().post("/api/v1/contacts", Map.of("name", "Of the second twin", "customer", Map.of("id", twin))).expect(201);
        Importer reader = new Importer(admin.client().with("Accept-Language", how.split(" ")[0]));

        for (String object : List.of("customers", "contacts", "opportunities", "products")) {
            byte[] file = export(reader, object, "format=" + how.split(" ")[1]);
            Importer.Result result = reader.run(Map.of("object", object, "key", "id", "mode", "update"), file);

            assertThat(result.counts()).as("%s %s: %s", how, object, result.counts().failed() == 0 ? "" : result.failuresText())
                    .isEqualTo(new Counts(result.counts().in(), 0, 0, result.counts().in(), 0, 0));
            assertThat(result.counts().in()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts vcf", "tasks ics"})
    void entriesOfAddressBooksAndCalendarsComeBackToo(String what) {
        String object = what.split(" ")[0];
        String customer = admin.client().post("/api/v1/customers", Map.of("name", "北京云帆科技, \"分\"公司; 一")).expect(201).id();
        for (String name : NAMES) {
            admin.client().post("/api/v1/contacts", Map.of(
                    "name", name, "customer", Map.of("id", customer), "position", "经理; 采购", "department", "采购部", "mobile", "13800138000",
                    "phone", "+86 21 6391 1000", "email", "lin@example.com", "birthday", "1985-03-12", "remarks", "一\n二, 三; \\n四")).expect(201);
            admin.client().post("/api/v1/tasks", Map.of("title", name, "dueDate", "2026-11-30", "remarks", "一\n二, 三; \\n四")).expect(201);
        }

        byte[] file = export(admin, object, "format=" + what.split(" ")[1]);
        Importer.Result result = admin.run(Map.of("object", object, "key", "id", "mode", "update", "ignore", "true"), file);

        assertThat(result.counts()).as(result.counts().failed() == 0 ? new String(file, StandardCharsets.UTF_8) : result.failuresText())
                .isEqualTo(new Counts(NAMES.size(), 0, 0, NAMES.size(), 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void inAnotherCompanyItIsTheSame(String format) {
        fill(admin.client());
        Importer other = new Company().importer();
        String fields = "externalId,name,remarks,phone,employees,birthday,revenue,parentCompany,kind,stage,tags";

        Importer.Result result = other.run(
                Map.of("object", "customers", "key", "externalId", "mode", "upsert"), export(admin, "customers", "format=" + format + "&fields=" + fields));

        assertThat(result.counts()).as(result.counts().failed() == 0 ? "" : result.failuresText()).isEqualTo(new Counts(NAMES.size(), NAMES.size(), 0, 0, 0, 0));
        String parameters = "sort=externalId&fields=" + fields;
        assertThat(text(export(other, "customers", parameters))).isEqualTo(text(export(admin, "customers", parameters)).replaceAll("Acme \\[([^]]*)] \\[[^]]*]", "Acme [$1]"));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).replaceAll(" \\[[0-9a-f-]{36}](?=[,\\r\"])", "");
    }

    @Test
    void theWizardKnowsAnExportByItself() {
        fill(admin.client());
        for (String language : List.of("en", "zh-CN", "zh-TW")) {
            Importer reader = new Importer(admin.client().with("Accept-Language", language));
            String upload = reader.upload(export(reader, "customers", "format=csv"));

            JsonNode survey = reader.get(upload + "/survey?object=customers");

            Map<String, String> guesses = new LinkedHashMap<>();
            survey.path("columns").forEach(column -> {
                if (column.at("/guess/likely").asBoolean(false)) {
                    guesses.put(column.path("header").asString(), column.at("/guess/field").asString());
                }
            });
            assertThat(guesses.values()).as(language)
                    .contains("id", "name", "externalId", "remarks", "phone", "employees", "birthday", "revenue", "parentCompany", "owner", "kind", "stage")
                    .doesNotHaveDuplicates();
            assertThat(survey.path("fields").get(0).path("key").asBoolean()).isTrue();
            assertThat(survey.path("fields").get(0).path("required").asBoolean()).isFalse();
        }
    }

    /** The ids of another system are no ids of records. */
    @Test
    void aColumnThatIsCalledLikeTheIdIsNoneWhereItHoldsSomethingElse() {
        String upload = admin.upload("ID,name\n1,Acme\n2,Bluth\n");

        JsonNode guess = admin.get(upload + "/survey?object=customers").path("columns").get(0).path("guess");

        assertThat(guess.path("field").asString("")).isNotEqualTo("id");
    }

    @Test
    void whatOneMayNotSeeIsEmptyAndChangesNothing() {
        TestAnswer hidden = admin.client().post("/api/v1/customers", Map.of("name", "Hidden Holding")).expect(201);
        Importer colleague = company.colleague("anna" + company.login());
        String mine = colleague.client().post("/api/v1/customers", Map.of("name", "Mine")).expect(201).id();
        long version = admin.client().get("/api/v1/customers/" + mine).expect(200).version();
        admin.client().patch("/api/v1/customers/" + mine, version, Map.of("parentCompany", Map.of("id", hidden.id()))).expect(200);

        byte[] file = export(colleague, "customers", "fields=id,name,parentCompany&bom=false");

        assertThat(new String(file, StandardCharsets.UTF_8)).contains("Mine").doesNotContain("Hidden");
        Importer.Result result = colleague.run(Map.of("object", "customers", "key", "id", "mode", "update"), file);
        assertThat(result.counts()).isEqualTo(new Counts(1, 0, 0, 1, 0, 0));
        assertThat(admin.client().get("/api/v1/customers/" + mine).expect(200).text("/parentCompany/id")).isEqualTo(hidden.id());
    }
}
