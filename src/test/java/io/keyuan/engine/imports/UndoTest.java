package io.keyuan.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An import that is undone leaves everything as it was. */
class UndoTest {

    private static final Map<String, String> CUSTOMERS = Map.of("object", "customers", "key", "externalId", "mode", "upsert");
    private static final String ALL =
            "select external_id, name, city, employees, industry from customer where {t} and deleted_at is null order by external_id";

    record Line(int id, String name, String city, String staff) {

        String csv() {
            return id + "," + name + "," + city + "," + staff;
        }
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void importThenUndoIsTheIdentity(@ForAll("lines") List<Line> before, @ForAll("lines") List<Line> then) {
        var company = new Company();
        Importer admin = company.importer();
        admin.run(CUSTOMERS, file(before));
        List<List<Object>> stored = company.rows(ALL);
        Importer.Result imported = admin.run(CUSTOMERS, file(then));

        JsonNode undone = admin.undo(imported, false);

        assertThat(undone.path("state").asString("")).isEqualTo("done");
        assertThat(company.rows(ALL)).isEqualTo(stored);
        JsonNode account = undone.path("result");
        assertThat(account.path("removed").asLong()).isEqualTo(imported.counts().created());
        assertThat(account.path("in").asLong()).isEqualTo(account.path("removed").asLong() + account.path("restored").asLong());
        assertThat(admin.get("/api/v1/jobs/" + imported.job().path("id").asString("")).path("state").asString("")).isEqualTo("undone");
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 900),
                        Arbitraries.of("Acme", "客缘", "Bluth", ""),
                        Arbitraries.of("Rome", "杭州", ""),
                        Arbitraries.of("5", "6", "", "many"))
                .as(Line::new)
                .list()
                .ofMinSize(0)
                .ofMaxSize(1500);
    }

    private static String file(List<Line> lines) {
        List<String> rows = new ArrayList<>(List.of("externalId,name,city,employees"));
        lines.forEach(line -> rows.add(line.csv()));
        return String.join("\n", rows);
    }

    @Test
    void whatSomebodyChangedSinceIsKeptAndListedUnlessOneInsists() {
        var company = new Company();
        Importer admin = company.importer();
        admin.run(CUSTOMERS, "externalId,name,city\n1,Acme,Rome\n2,Bluth,Oslo\n");
        Importer.Result imported = admin.run(CUSTOMERS, "externalId,name,city\n1,Acme,Paris\n2,Bluth,Paris\n3,Cheers,Paris\n");
        admin.run(CUSTOMERS, "externalId,city\n1,Bonn\n");

        JsonNode undone = admin.undo(imported, false);

        assertThat(undone.path("insistable").asBoolean()).isTrue();
        assertThat(account(undone)).containsExactly(3L, 1L, 1L, 1L, 0L);
        assertThat(company.column("select city from customer where {t} and deleted_at is null order by name")).containsExactly("Bonn", "Oslo");
        assertThat(list(admin, undone)).contains("Acme").contains("Somebody has changed the record since.").doesNotContain("Bluth");

        JsonNode insisted = admin.undo(imported, true);
        assertThat(account(insisted)).containsExactly(1L, 0L, 1L, 0L, 0L);
        assertThat(insisted.path("insistable").asBoolean(true)).isFalse();
        assertThat(admin.get("/api/v1/jobs/" + undone.path("id").asString("")).path("insistable").asBoolean(true)).isFalse();
        assertThat(company.column("select city from customer where {t} and deleted_at is null order by name")).containsExactly("Rome", "Oslo");
    }

    @Test
    void whatIsSavedWhileTheUndoIsAtItIsKeptToo() throws Exception {
        var company = new Company();
        Importer admin = company.importer();
        admin.run(CUSTOMERS, "externalId,name,city\n1,Acme,Rome\n2,Bluth,Oslo\n");
        Importer.Result imported = admin.run(CUSTOMERS, "externalId,name,city\n1,Acme,Paris\n2,Bluth,Paris\n3,Cheers,Paris\n");

        String undoing;
        try (var edit = company.begin("update customer set city = 'Bonn', version = version + 1 where {t} and external_id <> '2'")) {
            undoing = admin.startUndo(imported, false);
            edit.awaitWaiter();
            edit.commit();
        }

        JsonNode undone = admin.ended(undoing);
        assertThat(account(undone)).containsExactly(3L, 0L, 1L, 2L, 0L);
        assertThat(company.column("select city from customer where {t} and deleted_at is null order by name"))
                .containsExactly("Bonn", "Oslo", "Bonn");
        assertThat(list(admin, undone)).contains("Acme", "Cheers").doesNotContain("Bluth");
    }

    @Test
    void aLineThatSomebodyChangedByItselfSinceIsKept() {
        var company = new Company();
        Importer admin = company.importer();
        admin.run(Map.of("object", "products"), "name\nGTX Pro\nGTK 500\n");
        Map<String, String> deals = Map.of("map", """
                object: opportunities
                key: externalId
                mode: upsert
                columns: {id: externalId, title: title, product: {field: lines.product, by: name}, quantity: lines.quantity}
                """);
        String quantities = "select trunc(quantity)::text from opportunity_line where {t} and deleted_at is null";
        admin.run(deals, "id,title,product,quantity\n1,Deal,GTX Pro,2\n");
        Importer.Result imported = admin.run(deals, "id,title,product,quantity\n1,Deal,GTX Pro,3\n");
        String line = company.column("select id::text from opportunity_line where {t}").getFirst();
        admin.client().patch("/api/v1/opportunity-lines/" + line, 2, Map.of("quantity", "7")).expect(200);

        assertThat(account(admin.undo(imported, false))).containsExactly(1L, 0L, 0L, 1L, 0L);
        assertThat(company.column(quantities)).containsExactly("7");
    }

    @Test
    void whoImportedForColleaguesTakesItBackUnlessTheseHaveWorkedOnIt() {
        var company = new Company();
        Importer colleague = company.colleague("colleague");
        Importer rep = company.colleague("rep");
        Map<String, String> owned = Map.of("map", """
                object: customers
                columns: {name: name, boss: {field: owner, by: login}}
                """);
        Importer.Result imported = rep.run(owned, "name,boss\nAcme,colleague\nBluth,colleague\nCheers,rep\n");
        assertThat(imported.counts().created()).isEqualTo(3);
        String worked = company.column("select id::text from customer where {t} and name = 'Bluth'").getFirst();
        colleague.client().patch("/api/v1/customers/" + worked, 1, Map.of("city", "Bonn")).expect(200);

        JsonNode undone = rep.undo(imported, false);

        assertThat(account(undone)).containsExactly(3L, 2L, 0L, 1L, 0L);
        assertThat(company.column("select name from customer where {t} and deleted_at is null")).containsExactly("Bluth");
        JsonNode insisted = rep.undo(imported, true);
        assertThat(account(insisted)).containsExactly(1L, 0L, 0L, 0L, 1L);
        assertThat(list(rep, insisted)).contains("not yours to change any more").doesNotContain("Bluth");
        assertThat(company.column("select name from customer where {t} and deleted_at is null")).containsExactly("Bluth");
    }

    @Test
    void theListOfWhatIsKeptIsNoFormulaToASpreadsheet() {
        var company = new Company();
        Importer admin = company.importer();
        Importer.Result imported = admin.run(CUSTOMERS, "externalId,name\n1,\"=HYPERLINK(\"\"x\"\")\"\n");
        admin.run(CUSTOMERS, "externalId,city\n1,Bonn\n");

        assertThat(list(admin, admin.undo(imported, false))).contains(",\"'=HYPERLINK(");
    }

    private static String list(Importer reader, JsonNode undone) {
        return new String(reader.bytes(undone.path("failures").asString("")), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static List<Long> account(JsonNode job) {
        return java.util.stream.Stream.of("in", "removed", "restored", "kept", "failed")
                .map(part -> job.path("result").path(part).asLong(-1))
                .toList();
    }

    @Test
    void linesComeBackWithTheirRecord() {
        var company = new Company();
        Importer admin = company.importer();
        admin.run(Map.of("object", "products"), "name\nGTX Pro\nGTK 500\n");
        admin.run(Map.of("object", "customers"), "name\nAcme\n");
        String map = """
                object: opportunities
                key: externalId
                mode: upsert
                columns: {id: externalId, title: title, customer: {field: customer, by: name}, product: {field: lines.product, by: name}}
                constants: {lines.quantity: 2}
                """;
        String products = "select p.name from opportunity_line l join product p on p.id = l.product_id and p.tenant_id = l.tenant_id"
                + " where l.deleted_at is null and l.{t}";
        admin.run(Map.of("map", map), "id,title,customer,product\n1,Deal,Acme,GTX Pro\n");
        Importer.Result changed = admin.run(Map.of("map", map), "id,title,customer,product\n1,Deal,Acme,GTK 500\n");
        assertThat(company.column(products)).containsExactly("GTK 500");

        JsonNode undone = admin.undo(changed, false);

        assertThat(account(undone)).containsExactly(1L, 0L, 1L, 0L, 0L);
        assertThat(company.column(products)).containsExactly("GTX Pro");
    }

    @Test
    void aDryRunHasNothingToUndo() {
        Importer admin = new Company().importer();
        Importer.Result tried = admin.run(Map.of("object", "customers", "dryRun", "true"), "name\nAcme\n");

        assertThat(admin.client().post("/api/v1/jobs/" + tried.job().path("id").asString("") + "/undo", Map.of()).status()).isEqualTo(409);
    }
}
