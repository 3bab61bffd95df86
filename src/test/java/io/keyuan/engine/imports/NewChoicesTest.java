package io.keyuan.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Choices that a file brings, and who may bring how many. */
class NewChoicesTest {

    private static final String SECTORS = "object: customers\ncolumns: {name: name, sector: {field: industry, missing: create}}\n";

    private final Company company = new Company();
    private final Importer admin = company.importer();

    @Test
    void aNewChoiceIsOfferedAsItIsWritten() {
        String map = "object: customers\ncolumns: {name: name, sector: {field: industry, missing: create, values: {softwear: software}}}\n";

        Importer.Result result = admin.run(Map.of("map", map), "name,sector\nA,Space Travel\nB,space travel\nC,softwear\nD,Software\n");

        assertThat(result.counts()).isEqualTo(new Counts(4, 4, 0, 0, 0, 0));
        assertThat(company.column("select industry from customer where {t} order by name"))
                .containsExactly("space-travel", "space-travel", "software", "software");
    }

    @Test
    void aCellMayNameSeveral() {
        String map = "object: customers\ncolumns: {name: name, tags: {field: tags, missing: create}}\n";

        Importer.Result result = admin.run(Map.of("map", map), "name,tags\nA,重要; Trade fair\nB,\"trade fair, watch,Watch\"\nC,\n");

        assertThat(result.counts()).isEqualTo(new Counts(3, 3, 0, 0, 0, 0));
        assertThat(company.column("select coalesce(array_to_string(tags, '+'), '') from customer where {t} order by name"))
                .containsExactly("important+trade-fair", "watch+trade-fair", "");
        Importer.Result refused = admin.run(Map.of("object", "customers"), "name,tags\nD,important; unheard of\n");
        assertThat(refused.counts().failed()).isEqualTo(1);
    }

    @Test
    void onlyAdministratorsAddChoices() {
        Importer rep = company.colleague("rep-" + company.login());

        JsonNode problem = rep.refusal(Map.of("map", SECTORS), "name,sector\nA,Space Travel\n".getBytes(StandardCharsets.UTF_8));

        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("errors").get(0).path("path").asString()).isEqualTo("map.columns.sector.missing");
        assertThat(problem.path("errors").get(0).path("message").asString()).contains("administrator");
    }

    @Test
    void aColumnThatIsNoListOfChoicesDoesNotBecomeOne() {
        int most = OfferedChoice.MOST_NEW;
        String rows = IntStream.rangeClosed(1, most + 5).mapToObj(i -> "C" + i + ",remark " + i + "\n").collect(Collectors.joining());
        String file = "name,sector\n" + rows + "Long," + "long ".repeat(30) + "\nAgain,Remark 1\n";

        Importer.Result dry = admin.run(Map.of("map", SECTORS, "dryRun", "true"), file);
        Importer.Result wet = admin.run(Map.of("map", SECTORS), file);

        assertThat(wet.counts()).isEqualTo(new Counts(most + 7, most + 1, 0, 0, 6, 0));
        assertThat(dry.counts()).isEqualTo(wet.counts());
        assertThat(company.column("select code from choice where {t} and labels <> '{}'")).hasSize(most);
    }

    @Test
    void aRowThatCannotBeReadAddsNoChoice() {
        String map = """
                object: customers
                columns: {name: name, born: {field: birthday, format: dd/MM/yyyy}, sector: {field: industry, missing: create}}
                """;

        Importer.Result result = admin.run(Map.of("map", map), "name,born,sector\nA,never,Space Travel\n");

        assertThat(result.counts().failed()).isOne();
        assertThat(result.failuresText()).contains("born: ").doesNotContain("sector: ");
        assertThat(company.column("select code from choice where {t} and labels <> '{}'")).isEmpty();
    }
}
