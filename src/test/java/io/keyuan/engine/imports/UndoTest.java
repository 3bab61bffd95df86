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

        assertThat(account(undone)).containsExactly(3L, 1L, 1L, 1L, 0L);
        assertThat(company.column("select city from customer where {t} and deleted_at is null order by name")).containsExactly("Bonn", "Oslo");
        assertThat(new String(admin.bytes(undone.path("failures").asString("")), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Acme").contains("Somebody has changed the record since.").doesNotContain("Bluth");

        assertThat(account(admin.undo(imported, true))).containsExactly(1L, 0L, 1L, 0L, 0L);
        assertThat(company.column("select city from customer where {t} and deleted_at is null order by name")).containsExactly("Rome", "Oslo");
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
