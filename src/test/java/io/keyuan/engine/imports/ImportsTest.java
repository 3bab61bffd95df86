package io.keyuan.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ImportsTest {

    private static final Map<String, String> CUSTOMERS = Map.of("object", "customers");

    private final Company company = new Company();
    private final Importer admin = company.importer();

    // ---- without a map ----

    @Test
    void columnsAreFoundByNameAndByLabelInAnyLanguage() {
        Importer.Result result = admin.run(CUSTOMERS, "客户名称,Year established,employees,產業別\n云杉科技,1999,12,software\n");

        assertThat(result.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
        assertThat(company.row("select name, year_established, employees, industry from customer where {t}"))
                .containsExactly("云杉科技", 1999L, 12L, "software");
    }

    @Test
    void aColumnNobodyKnowsIsRefusedByNameUnlessItIsToBeIgnored() {
        JsonNode problem = admin.refusal(CUSTOMERS, utf8("name,shoe size\nA,43\n"));

        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("errors").get(0).path("message").asString()).contains("shoe size");
        assertThat(admin.run(Map.of("object", "customers", "ignore", "true"), "name,shoe size\nA,43\n").counts().created()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "x-windows-950"})
    void filesAreReadInWhateverTheyAreWritten(String charset) {
        boolean traditional = charset.equals("x-windows-950");
        String text = traditional ? "客戶名稱;城市\n臺灣電腦公司;高雄\n" : "客户名称;城市\n云杉科技有限公司;杭州\n";
        String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";

        Importer.Result result = admin.run(CUSTOMERS, (mark + text).getBytes(Charset.forName(charset)));

        assertThat(result.counts().created()).isOne();
        assertThat(company.row("select name, city from customer where {t}"))
                .isEqualTo(traditional ? List.of("臺灣電腦公司", "高雄") : List.of("云杉科技有限公司", "杭州"));
    }

    // ---- keys and modes ----

    @Test
    void withAKeyTheSameFileAgainChangesNothing() {
        String file = "externalId,name,employees\n1,Acme,5\n2,Bluth,6\n";
        Map<String, String> fields = Map.of("object", "customers", "key", "externalId");
        admin.run(fields, file);

        assertThat(admin.run(fields, file).counts()).isEqualTo(new Counts(2, 0, 0, 2, 0, 0));
        assertThat(admin.run(fields, file.replace(",6", ",7")).counts()).isEqualTo(new Counts(2, 0, 1, 1, 0, 0));
        assertThat(company.column("select before::text from audit where {t} and action = 'update' and operation_id is not null"))
                .hasSize(1);
    }

    @Test
    void creatingRefusesWhatIsThereAndUpdatingWhatIsNot() {
        admin.run(CUSTOMERS, "name\nAcme\n");

        assertThat(admin.run(Map.of("object", "customers", "key", "name", "mode", "create"), "name\nAcme\nBluth\n").counts())
                .isEqualTo(new Counts(2, 1, 0, 0, 1, 0));
        assertThat(admin.run(Map.of("object", "customers", "key", "name", "mode", "update"), "name,city\nAcme,Rome\nCheers,Oslo\n").counts())
                .isEqualTo(new Counts(2, 0, 1, 0, 1, 0));
    }

    @Test
    void laterRowsOfOneKeyAreAboutTheRecordTheFirstOneMade() {
        String file = "externalId,name,city\n1,Acme,Rome\n1,Acme,Oslo\n1,Acme,Oslo\n";

        assertThat(admin.run(Map.of("object", "customers", "key", "externalId"), file).counts())
                .isEqualTo(new Counts(3, 1, 1, 1, 0, 0));
        assertThat(company.row("select city from customer where {t}")).containsExactly("Oslo");
    }

    @Test
    void anExportedIdFindsItsRecord() {
        admin.run(CUSTOMERS, "name\nAcme\n");
        String id = String.valueOf(company.row("select id from customer where {t}").getFirst());

        assertThat(admin.run(Map.of("object", "customers", "key", "id"), "id,name,version\n" + id + ",Acme Ltd,1\n").counts())
                .isEqualTo(new Counts(1, 0, 1, 0, 0, 0));
    }

    @Test
    void anEmptyCellSaysNothingUnlessItIsToClear() {
        admin.run(CUSTOMERS, "externalId,name,city,region\n1,Acme,Rome,Lazio\n");
        String map = """
                object: customers
                key: externalId
                columns: {externalId: externalId, name: name, city: {field: city, empty: clear}, region: region}
                """;

        admin.run(Map.of("map", map), "externalId,name,city,region\n1,,,\n");

        assertThat(company.row("select name, city, region from customer where {t}")).containsExactly("Acme", null, "Lazio");
    }

    // ---- rows that fail ----

    @Test
    void failedRowsComeBackWithReasonsAndGoInOnceMended() {
        String map = "columns: {Name: name, Staff: employees, Since: yearEstablished, Boss: {field: owner, by: login}}\n";
        Map<String, String> fields = Map.of("object", "customers", "map", map);
        String file = """
                Name,Staff,Since,Boss
                "Good, Ltd",5,1999,admin
                Bad,many,3000,nobody
                ,7,,
                """.replace("admin", company.login());
        Importer.Result result = admin.run(fields, file);

        assertThat(result.counts()).isEqualTo(new Counts(3, 1, 0, 0, 2, 0));
        String failures = result.failuresText();
        assertThat(failures.lines().findFirst()).hasValue("\uFEFFName,Staff,Since,Boss,Line in the file,Why it was not imported");
        assertThat(failures).contains("Bad,many,3000,nobody,3,").contains("Staff: ", "Since: ", "Boss: This record does not exist");
        assertThat(failures.lines().toList()).hasSize(3);

        String mended = failures.replace("many,3000,nobody", "8,2000,").replace("\n,7", "\nNamed,7");
        assertThat(admin.run(fields, mended).counts()).isEqualTo(new Counts(2, 2, 0, 0, 0, 0));
    }

    @Test
    void reasonsAreInTheLanguageOfWhoImports() {
        var reader = company.importer("zh-TW");

        String failures = reader.run(CUSTOMERS, "name,employees\nA,many\n").failuresText();
        assertThat(failures).contains("未匯入原因").contains("employees：");
        assertThat(admin.run(CUSTOMERS, failures.replace("many", "1")).counts().created()).isOne();
    }

    @Test
    void whatIsWrongWithOneRowIsToldOfThatRowOnly() {
        String rows = String.join("\n", List.of(
                "name,birthday,email,website,remarks",
                "A,yesterday,,,",
                "B,,not an address,,",
                "C,,,example.com,",
                "x".repeat(201) + ",,,,",
                "E,,,,",
                "F,,",
                "G,,,,,,",
                "\"=cmd|' /C calc'!A0\",,,,'; drop table customer; --"));

        Importer.Result result = admin.run(CUSTOMERS, rows);

        assertThat(result.counts()).isEqualTo(new Counts(8, 2, 0, 0, 6, 0));
        assertThat(names()).containsExactly("=cmd|' /C calc'!A0", "E");
    }

    // ---- references, choices, lines ----

    @Test
    void whatRowsNameIsMadeWhereItShallBe() {
        String map = """
                object: users
                key: name
                columns:
                  agent: name
                  manager: {field: manager, by: name, missing: create, set: {position: Manager}}
                  office: {field: department, by: name, missing: create}
                """;
        String file = "agent,manager,office\nAnna,Dustin,Central\nBob,dustin,Central\nCarl,Melvin,East\n";

        assertThat(admin.run(Map.of("map", map), file).counts()).isEqualTo(new Counts(3, 3, 0, 0, 0, 4));
        assertThat(admin.run(Map.of("map", map), file).counts()).isEqualTo(new Counts(3, 0, 0, 3, 0, 0));
        assertThat(company.row("select m.name, m.position, m.account from person p join person m on m.id = p.manager_id where p.{t} and p.name = 'Bob'"))
                .containsExactly("Dustin", "Manager", "uninvited");
    }

    @Test
    void aRowWaitsForTheOneItNamesFurtherDown() {
        String map = "object: customers\nkey: name\ncolumns: {name: name, parent: {field: parentCompany, by: name, missing: create}}\n";
        String file = "name,parent\nGrandchild,Child\nChild,Parent\nParent,\nStranger,Nobody\n";

        assertThat(admin.run(Map.of("map", map), file).counts()).isEqualTo(new Counts(4, 4, 0, 0, 0, 1));
        assertThat(company.row("select p.name from customer c join customer p on p.id = c.parent_company_id where c.{t} and c.name = 'Grandchild'"))
                .containsExactly("Child");
    }

    @Test
    void rowsThatWaitForOneAnotherFailInTheEnd() {
        String map = "object: customers\nkey: name\ncolumns: {name: name, parent: {field: parentCompany, by: name}}\n";

        assertThat(admin.run(Map.of("map", map), "name,parent\nEgg,Hen\nHen,Egg\nFree,\n").counts())
                .isEqualTo(new Counts(3, 1, 0, 0, 2, 0));
    }

    @Test
    void aNameThatSeveralRecordsHaveIsAmbiguous() {
        admin.run(CUSTOMERS, "name\nTwin\nTwin\n");

        Importer.Result result = admin.run(CUSTOMERS, "name,parentCompany\nA,Twin\n");

        assertThat(result.counts().failed()).isOne();
        assertThat(result.failuresText()).contains("Several records are called this");
    }

    @Test
    void rowsThatNameNothingKnownCanBeLeftOutOrGoWithoutIt() {
        String map = "object: customers\ncolumns: {name: name, parent: {field: parentCompany, missing: %s}}\n";

        assertThat(admin.run(Map.of("map", map.formatted("skip")), "name,parent\nA,?\n").counts()).isEqualTo(new Counts(1, 0, 0, 1, 0, 0));
        assertThat(admin.run(Map.of("map", map.formatted("empty")), "name,parent\nA,?\n").counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
    }

    @Test
    void whatEveryRowHasIsReadAsInACell() {
        String map = "object: customers\ncolumns: {name: name}\nconstants: {industry: Software, employees: '12', birthday: 1970年3月4日}\n";
        admin.run(Map.of("map", map), "name\nA\n");
        admin.run(Map.of("map", "object: products\ncolumns: {name: name}\nconstants: {onSale: 否}\n"), "name\nGTX\n");

        assertThat(company.row("select industry, employees, birthday::text from customer where {t}"))
                .containsExactly("software", 12L, "1970-03-04");
        assertThat(company.row("select on_sale from product where {t}")).containsExactly(false);
    }

    @Test
    void aColumnWithoutANameIsTheOneAtItsPlace() {
        String map = "object: customers\nignore: true\ncolumns: {name: name, '#3': phone}\n";

        admin.run(Map.of("map", map), "name,,\nA,not this,13800138000\n");

        assertThat(company.row("select phone from customer where {t}")).containsExactly("13800138000");
    }

    @Test
    void aNameWithACharacterNobodyCanStoreFailsItsRowOnly() {
        String map = "object: customers\nencoding: UTF-8\ncolumns: {name: name, parent: {field: parentCompany}, sector: industry}\n";
        String file = "name,parent,sector\nA,x\0y,\nB,,\nC,,x\0y\n";

        Importer.Result result = admin.run(Map.of("map", map), file);

        assertThat(result.state()).isEqualTo("done");
        assertThat(result.counts()).isEqualTo(new Counts(3, 1, 0, 0, 2, 0));
        assertThat(result.failuresText()).contains("parent: The character at position 2 cannot be stored");
    }

    @Test
    void oneRowIsOneRecordWithOneLine() {
        admin.run(Map.of("object", "products"), "name\nGTX Pro\n");
        String map = """
                object: opportunities
                key: externalId
                columns:
                  id: externalId
                  product: {field: lines.product, by: name, values: {GTXPro: GTX Pro}}
                  account: {field: customer, by: name, missing: create, set: {kind: company}}
                  value: {field: amount, currency: USD, scale: 1000}
                computed:
                  title: {template: "{product}[ · {account}]"}
                constants: {lines.quantity: 2}
                """;
        String file = "id,product,account,value\n1,GTXPro,Acme,1.5\n2,gtx pro,,\n3,GTX Max,,\n";

        assertThat(admin.run(Map.of("map", map), file).counts()).isEqualTo(new Counts(3, 2, 0, 0, 1, 1));
        assertThat(admin.run(Map.of("map", map), file).counts()).isEqualTo(new Counts(3, 0, 0, 2, 1, 0));
        assertThat(company.column("select title from opportunity where {t} order by external_id"))
                .containsExactly("GTX Pro · Acme", "gtx pro");
        assertThat(company.row("select amount::text, amount_currency from opportunity where {t} and external_id = '1'")).first().asString().startsWith("1500");
        assertThat(company.column("select description from opportunity_line where {t} and quantity = 2")).containsExactly("GTX Pro", "GTX Pro");
    }

    @Test
    void datesAreReadInTheFormatTheMapSays() {
        String map = "object: customers\ncolumns: {name: name, born: {field: birthday, format: dd/MM/yyyy}}\n";

        assertThat(admin.run(Map.of("map", map), "name,born\nA,03/04/1970\nB,1970-04-03\n").counts()).isEqualTo(new Counts(2, 1, 0, 0, 1, 0));
        assertThat(company.row("select birthday::text from customer where {t}")).containsExactly("1970-04-03");
    }

    // ---- files and maps that are wrong as a whole ----

    @Test
    void aFileThatIsNoTableIsRefusedAtOnce() {
        assertThat(code(admin.refusal(CUSTOMERS, new byte[0]))).isEqualTo("file-empty-file");
        assertThat(code(admin.refusal(CUSTOMERS, utf8(",,\n1,2,3\n")))).isEqualTo("file-no-header");
        assertThat(code(admin.refusal(CUSTOMERS, utf8("name,Name\nA,B\n")))).isEqualTo("file-duplicate-header");
        assertThat(code(admin.refusal(CUSTOMERS, new byte[] {'P', 'K', 3, 4, 0, 0}))).isEqualTo("file-binary-file");
        assertThat(code(admin.refusal(CUSTOMERS, utf8("name\nA\u0000\n")))).isEqualTo("file-binary-file");
        String wide = IntStream.rangeClosed(1, 1000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        assertThat(code(admin.refusal(CUSTOMERS, utf8(wide + "\n")))).isEqualTo("file-too-many-columns");
    }

    @Test
    void aFileThatBreaksOffIsNotImportedInPart() {
        String rows = "name\n" + "A\n".repeat(2500) + "\"never closed\n";

        Importer.Result result = admin.run(CUSTOMERS, rows);

        assertThat(result.state()).isEqualTo("failed");
        assertThat(result.job().path("problem").path("errors").get(0).path("code").asString()).isEqualTo("file-unclosed-quote");
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "map | columns: [",
        "map.object | object: customers",
        "map.colums | colums: {name: name}",
        "map.columns.name.field | columns: {name: {}}",
        "map.columns.name | columns: {name: nome}",
        "map.columns.name | columns: {name: createdAt}",
        "map.columns.nom | columns: {nom: name}",
        "map.columns.name.missing | columns: {name: {field: owner, missing: perhaps}}",
        "map.columns.name.by | columns: {name: {field: owner, by: position}}",
        "map.columns.name.scale | columns: {name: {field: name, scale: 10}}",
        "map.columns.name.format | columns: {name: {field: birthday, format: bbbb}}",
        "map.constants.stage2 | {columns: {name: name}, constants: {stage2: x}}",
        "map.constants.name | {columns: {name: name}, constants: {name: x}}",
        "map.computed.remarks.template | {columns: {name: name}, computed: {remarks: {template: \"{other}\"}}}",
        "map.key | {columns: {name: name}, key: city}",
        "map.key | {columns: {name: name}, mode: upsert}",
        "map.encoding | {columns: {name: name}, encoding: klingon}",
        "map.columns.name.missing | columns: {name: {field: kind, missing: create}}",
        "map.columns.name.values.A | columns: {name: {field: name, values: {A: \"x\\0y\"}}}",
        "map.constants.industry | {columns: {name: name}, constants: {industry: hydroponics of the moon}}",
        "map.constants.employees | {columns: {name: name}, constants: {employees: many}}",
        "map.constants.owner | {columns: {name: name}, constants: {owner: nobody}}",
    })
    void aWrongMapIsRefusedWithThePlace(String example) {
        String[] parts = example.split(" \\| ", 2);

        JsonNode problem = admin.refusal(Map.of("object", object(parts[0]), "map", parts[1]), utf8("name\nA\n"));

        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("errors").get(0).path("path").asString()).isEqualTo(parts[0]);
        assertThat(problem.path("errors").get(0).path("message").asString()).doesNotStartWith("fault.");
    }

    private static String object(String path) {
        return path.equals("map.object") ? "contacts" : "customers";
    }

    // ---- words of these tests ----

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String code(JsonNode problem) {
        return problem.path("errors").get(0).path("code").asString();
    }

    private List<String> names() {
        return company.column("select name from customer where {t} order by name");
    }
}
