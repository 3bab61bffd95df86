package io.keyuan.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.LiveStream;
import io.keyuan.TestForm;
import io.keyuan.TestAnswer;
import io.keyuan.engine.tables.Sheets;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** A file is brought once, looked at, mapped, tried and imported. */
class UploadTest {

    private static final String DEALS = """
            opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value,shoe size
            1,Moses,GTXPro,Cancity,Won,2016-10-20,2017-03-01,1054,43
            2,Moses,GTX Pro,Isdom,Winning,2016-10-25,not a date,4514,
            """;

    private final Company company = new Company();
    private final Importer admin = company.importer();

    @Test
    void columnsAreGuessedFromTheirNamesAndFromWhatIsInThem() {
        admin.run(Map.of("object", "products"), "name\nGTX Pro\nGTK 500\n");
        JsonNode survey = admin.get(admin.upload(DEALS) + "/survey?object=opportunities");

        assertThat(guess(survey, "opportunity_id")).isEqualTo("externalId");
        assertThat(guess(survey, "deal_stage")).isEqualTo("stage");
        assertThat(guess(survey, "engage_date")).isEqualTo("engagedOn");
        assertThat(guess(survey, "close_date")).isEqualTo("closeDate");
        assertThat(guess(survey, "close_value")).isEqualTo("amount");
        assertThat(guess(survey, "account")).isEqualTo("customer");
        assertThat(guess(survey, "sales_agent")).isEqualTo("owner");
        assertThat(guess(survey, "product")).isEqualTo("lines.product");
        assertThat(guess(survey, "shoe size")).isEmpty();
        assertThat(survey.path("file").path("separator").asString("")).isEqualTo("comma");
    }

    private static String guess(JsonNode survey, String header) {
        for (JsonNode column : survey.path("columns")) {
            if (column.path("header").asString("").equals(header)) {
                return column.path("guess").path("likely").asBoolean(false) ? column.path("guess").path("field").asString("") : "";
            }
        }
        throw new AssertionError(header);
    }

    @Test
    void encodingAndSeparatorAreFoundOutAndCanBeCorrected() {
        String upload = admin.upload("客户名称;城市\n云杉科技;杭州\n".getBytes(Charset.forName("GB18030")));

        JsonNode found = admin.get(upload + "/survey?object=customers");
        assertThat(found.path("file").path("encoding").asString("")).isEqualTo("GB18030");
        assertThat(found.path("file").path("separator").asString("")).isEqualTo("semicolon");
        assertThat(found.path("columns").get(0).path("header").asString("")).isEqualTo("客户名称");

        JsonNode corrected = admin.get(upload + "/survey?object=customers&separator=comma&encoding=GBK");
        assertThat(corrected.path("columns")).hasSize(1);
        assertThat(corrected.path("file").path("encoding").asString("")).isEqualTo("GBK");
    }

    @Test
    void whatIsCalledOtherwiseIsCountedAndWhatMayBeMeantIsProposed() {
        admin.run(Map.of("object", "products"), "name\nGTX Pro\nGTX Basic\n");
        admin.run(Map.of("object", "customers"), "name\nCancity\nIsdom\n");
        String upload = admin.upload(DEALS.replace("Cancity", "Cancty"));

        JsonNode values = admin.client().post(upload + "/values", Map.of("map", deals())).body();

        JsonNode product = column(values, "product").path("texts").get(0);
        assertThat(product.path("text").asString("")).isEqualTo("GTXPro");
        assertThat(product.path("rows").asLong()).isOne();
        assertThat(product.path("taken").path("label").asString("")).isEqualTo("GTX Pro");
        JsonNode account = column(values, "account").path("texts").get(0);
        assertThat(account.path("text").asString("")).isEqualTo("Cancty");
        assertThat(account.path("near").get(0).path("value").asString("")).isEqualTo("Cancity");
        JsonNode stage = column(values, "deal_stage");
        assertThat(stage.path("unknown").asInt()).isOne();
        assertThat(stage.path("texts").get(0).path("text").asString("")).isEqualTo("Winning");
    }

    @Test
    void whatTheFileBringsItselfIsNothingUnknown() {
        String upload = admin.upload("name,parent\nNorth,South\nWest,Nowhere\nSouth,\n");
        Map<String, Object> columns = Map.of("name", Map.of("field", "name"), "parent", Map.of("field", "parentCompany"));

        JsonNode values = admin.client().post(upload + "/values", Map.of("map", Map.of("object", "customers", "columns", columns))).body();

        assertThat(column(values, "parent").path("texts")).hasSize(1);
        assertThat(column(values, "parent").path("texts").get(0).path("text").asString("")).isEqualTo("Nowhere");
    }

    private static JsonNode column(JsonNode values, String name) {
        for (JsonNode column : values.path("columns")) {
            if (column.path("name").asString("").equals(name)) {
                return column;
            }
        }
        throw new AssertionError(name + " " + values);
    }

    private static Map<String, Object> deals() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("opportunity_id", Map.of("field", "externalId"));
        columns.put("product", Map.of("field", "lines.product"));
        columns.put("account", Map.of("field", "customer"));
        columns.put("deal_stage", Map.of("field", "stage"));
        columns.put("close_date", Map.of("field", "closeDate"));
        columns.put("close_value", Map.of("field", "amount", "currency", "USD"));
        return Map.of(
                "object", "opportunities", "mode", "upsert", "key", List.of("externalId"), "ignore", true, "columns", columns,
                "computed", Map.of("title", Map.of("template", "{product}[ · {account}]")));
    }

    @Test
    void theFirstRowsAreShownAsTheyWillBeAndNothingIsWritten() {
        admin.run(Map.of("object", "products"), "name\nGTX Pro\n");
        admin.run(Map.of("object", "customers"), "name\nCancity\nIsdom\n");

        JsonNode rows = admin.client().post(admin.upload(DEALS) + "/preview", Map.of("map", deals())).body().path("rows");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).path("outcome").asString("")).isEqualTo("created");
        assertThat(rows.get(0).path("cells").path("title").path("value").asString("")).isEqualTo("GTXPro · Cancity");
        assertThat(rows.get(0).path("cells").path("customer").path("value").path("title").asString("")).isEqualTo("Cancity");
        assertThat(rows.get(1).path("outcome").asString("")).isEqualTo("failed");
        assertThat(rows.get(1).path("cells").path("stage").path("errors")).hasSize(1);
        assertThat(company.column("select title from opportunity where {t}")).isEmpty();
    }

    @Test
    void aDryRunTellsEveryAttributeThatWouldChange() {
        admin.run(Map.of("object", "customers"), "externalId,name,city\n1,Acme,Rome\n2,Bluth,Oslo\n");
        String upload = admin.upload("externalId,name,city\n1,Acme,Paris\n2,Bluth,Oslo\n3,Cheers,Bonn\n");
        Map<String, Object> map = Map.of("object", "customers", "mode", "upsert", "key", List.of("externalId"), "columns",
                Map.of("externalId", "externalId", "name", "name", "city", "city"));

        JsonNode job = admin.started(upload, map, true);

        assertThat(job.path("uploadThere").asBoolean()).isTrue();
        assertThat(job.path("result").path("updated").asLong()).isOne();
        assertThat(job.path("result").path("created").asLong()).isOne();
        JsonNode differences = admin.get("/api/v1/jobs/" + job.path("id").asString("") + "/differences").path("items");
        assertThat(differences).hasSize(1);
        assertThat(differences.get(0).path("title").asString("")).isEqualTo("Acme");
        JsonNode change = differences.get(0).path("changes").get(0);
        assertThat(List.of(change.path("attribute").asString(""), change.path("before").asString(""), change.path("after").asString("")))
                .containsExactly("city", "Rome", "Paris");
        assertThat(company.column("select city from customer where {t} order by name")).containsExactly("Rome", "Oslo");
    }

    @Test
    void aSheetIsImportedOnceHoweverOftenSomebodyClicksAndItsMapIsRemembered() {
        byte[] book = new Sheets().texts("客户", List.of(List.of("公司", "备注X"), List.of("云杉科技", "1"), List.of("客缘", "2"))).bytes();
        String upload = admin.upload(book);
        Map<String, Object> map = Map.of("object", "customers", "mode", "create", "ignore", true, "columns", Map.of("公司", "name"));
        Map<String, Object> start = Map.of("upload", id(upload), "map", map, "dryRun", false);

        TestAnswer first = admin.client().with("Idempotency-Key", "once").post("/api/v1/imports", start);
        TestAnswer second = admin.client().with("Idempotency-Key", "once").post("/api/v1/imports", start);

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
        await().atMost(Duration.ofMinutes(1)).until(() -> admin.get("/api/v1/jobs/" + first.body().path("id").asString("")).path("state").asString("").equals("done"));
        assertThat(company.column("select name from customer where {t} order by name")).hasSize(2);
        assertThat(admin.get(admin.upload(book) + "/survey?object=customers").path("remembered").path("columns").path("公司").asString(""))
                .isEqualTo("name");
    }

    /** Who brings the next file brings what goes with it; the one of before is forgotten after a day. */
    @Test
    void aFileThatEveryRowGotIsNotRemembered() {
        admin.client().post("/api/v1/customers/attributes", Map.of("label", "营业执照", "name", "c_licence", "type", "file")).expect(201);
        String licence = admin.client().post("/api/v1/files", new TestForm().file("执照.txt", "licence")).expect(201).id();
        String file = "公司,地区\n甲,x\n";
        admin.started(admin.upload(file), Map.of(
                "object", "customers", "mode", "create", "ignore", true, "columns", Map.of("公司", "name"),
                "constants", Map.of("country", "Italy", "c_licence", Map.of("id", licence))), false);

        JsonNode remembered = admin.get(admin.upload(file) + "/survey?object=customers").path("remembered");

        assertThat(remembered.at("/constants/country").asString("")).isEqualTo("Italy");
        assertThat(remembered.path("constants").has("c_licence")).isFalse();
    }

    @Test
    void aColleagueSeesWhichColumnIsWhatAndNotWhatWasInIt() {
        String file = "公司,上级,行业,备注\n甲,A Co,IT,x\n";
        Map<String, Object> map = Map.of(
                "object", "customers", "mode", "create",
                "columns", Map.of(
                        "公司", Map.of("field", "name", "values", Map.of("甲", "Hidden Ltd")),
                        "上级", List.of(Map.of("field", "parentCompany", "missing", "empty", "values", Map.of("A Co", "Acme"), "set", Map.of("city", "Rome"))),
                        "行业", Map.of("field", "industry", "values", Map.of("IT", "software")),
                        "备注", "remarks"),
                "computed", Map.of("city", Map.of("template", "{备注}", "values", Map.of("x", "Rome"))),
                "constants", Map.of("country", "Italy"));
        admin.started(admin.upload(file), map, true);

        JsonNode own = admin.get(admin.upload(file) + "/survey?object=customers").path("remembered");
        Importer rep = company.colleague("rep-" + company.login());
        JsonNode seen = rep.get(rep.upload(file) + "/survey?object=customers").path("remembered");

        assertThat(own.toString()).contains("Hidden Ltd", "A Co", "Acme", "Rome", "Italy");
        assertThat(seen.toString()).doesNotContain("Hidden Ltd", "A Co", "Acme", "Rome", "Italy");
        assertThat(seen.at("/columns/上级/0/field").asString("")).isEqualTo("parentCompany");
        assertThat(seen.at("/columns/上级/0/missing").asString("")).isEqualTo("empty");
        assertThat(seen.at("/columns/行业/values/IT").asString("")).isEqualTo("software");
        assertThat(seen.at("/columns/备注").asString("")).isEqualTo("remarks");
    }

    @Test
    void aChoiceThatWouldBeAddedIsShownAsItIsWritten() {
        admin.run(Map.of("object", "customers"), "externalId,name\n1,Acme\n");
        String upload = admin.upload("externalId,name,sector\n1,Acme,Space Travel\n");
        Map<String, Object> map = Map.of(
                "object", "customers", "mode", "upsert", "key", List.of("externalId"),
                "columns", Map.of("externalId", "externalId", "name", "name", "sector", Map.of("field", "industry", "missing", "create")));

        JsonNode row = admin.client().post(upload + "/preview", Map.of("map", map)).body().path("rows").get(0);
        JsonNode job = admin.started(upload, map, true);
        JsonNode change = admin.get("/api/v1/jobs/" + job.path("id").asString("") + "/differences").at("/items/0/changes/0");

        assertThat(row.at("/cells/industry/value").asString("")).isEqualTo("Space Travel");
        assertThat(change.path("after").asString("")).isEqualTo("Space Travel");
        assertThat(company.column("select code from choice where {t} and labels <> '{}'")).isEmpty();
    }

    @Test
    void anOpenWindowHearsNothingOfADryRun() throws Exception {
        admin.run(Map.of("object", "customers"), "externalId,name\n1,Acme\n2,Bluth\n");
        String tried = company.column("select id::text from customer where {t} and external_id = '1'").getFirst();
        String written = company.column("select id::text from customer where {t} and external_id = '2'").getFirst();
        Map<String, String> fields = Map.of("object", "customers", "key", "externalId");

        try (var window = LiveStream.of(admin.client())) {
            admin.run(Map.of("object", "customers", "key", "externalId", "dryRun", "true"), "externalId,name\n1,Acme Ltd\n");
            admin.run(fields, "externalId,name\n2,Bluth Ltd\n");

            assertThat(window.until(written)).noneMatch(event -> event.data().contains(tried));
        }
    }

    @Test
    void namesThatCannotBeStoredAreLookedForNowhere() {
        String upload = admin.upload("name,parent\nA,x\0y\n");
        Map<String, Object> map = Map.of(
                "object", "customers", "mode", "create", "encoding", "UTF-8", "columns", Map.of("name", "name", "parent", "parentCompany"));

        TestAnswer values = admin.client().post(upload + "/values", Map.of("map", map));

        assertThat(values.status()).isEqualTo(200);
        assertThat(column(values.body(), "parent").path("unknown").asInt()).isOne();
        assertThat(admin.client().post(upload + "/preview", Map.of("map", map)).status()).isEqualTo(200);
    }

    @Test
    void theNameOfAFileIsKeptWithoutWhatCannotBeStored() {
        assertThat(ImportController.name(called("folder/custo\0mers\n.csv"))).isEqualTo("customers.csv");
        assertThat(ImportController.name(called("\0"))).isEqualTo("import.csv");
        assertThat(ImportController.name(called("😀".repeat(99) + "a.csv"))).isEqualTo("😀".repeat(97) + "a.csv");
    }

    @Test
    void anothersFileIsNotThere() {
        String upload = admin.upload("name\nA\n");

        assertThat(new Company().importer().client().get(upload).status()).isEqualTo(404);
    }

    @Test
    void anImportTellsWhetherItsFileCanBeTakenAgain() {
        Importer rep = company.colleague("rep");
        String upload = rep.upload("name\nAcme\n");
        String job = "/api/v1/jobs/" + rep.started(upload, Map.of("object", "customers", "columns", Map.of("name", "name")), true).path("id").asString("");

        assertThat(rep.get(job).path("uploadThere").asBoolean()).isTrue();
        assertThat(admin.get(job).path("uploadThere").asBoolean(true)).as("somebody else's").isFalse();
        company.change("delete from import_upload where {t}");
        company.change("delete from stored_file where {t}");
        assertThat(rep.get(job).path("uploadThere").asBoolean(true)).isFalse();
    }

    @Test
    void aFileThatIsNoTableOrFarTooWideIsRefusedInWords() {
        String wide = String.join(",", java.util.stream.IntStream.range(0, 1000).mapToObj(i -> "c" + i).toList()) + "\n";

        assertThat(admin.get(admin.upload(wide) + "/survey?object=customers").path("errors").get(0).path("message").asString(""))
                .contains("more than 500 columns");
        assertThat(admin.get(admin.upload("") + "/survey?object=customers").path("errors").get(0).path("message").asString(""))
                .contains("empty");
    }

    private static MultipartFile called(String name) {
        return new MockMultipartFile("file", name, null, new byte[0]);
    }

    private static String id(String upload) {
        return upload.substring(upload.lastIndexOf('/') + 1);
    }
}
