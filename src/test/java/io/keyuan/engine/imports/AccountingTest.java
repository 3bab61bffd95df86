package io.keyuan.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Every row of whatever file is accounted for as a simple model of the rules says. */
class AccountingTest {

    private static final String MAP = """
            object: customers
            key: externalId
            columns: {id: externalId, name: name, staff: employees, industry: industry}
            """;

    record Line(String id, String name, String staff, String industry) {

        String csv() {
            return String.join(",", id, name, staff, industry);
        }
    }

    record Stored(String name, String staff, String industry) {

        /** An empty cell says nothing of a record that is there. */
        Stored after(Line line) {
            return new Stored(either(line.name(), name), either(line.staff(), staff), either(line.industry(), industry));
        }

        private static String either(String said, String before) {
            return said.isEmpty() ? before : said;
        }
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void everyRowIsCreatedUpdatedSkippedOrFailed(@ForAll("lines") List<Line> lines) {
        var company = new Company();
        Map<String, Stored> model = new HashMap<>();
        Counts expected = lines.stream().map(line -> account(model, line)).reduce(Counts.NONE, Counts::plus);
        String file = file(lines);

        Importer importer = company.importer();
        Importer.Result result = importer.run(Map.of("map", MAP), file);

        assertThat(result.state()).isEqualTo("done");
        assertThat(result.counts()).isEqualTo(expected);
        assertThat(stored(company)).isEqualTo(model);
        assertThat(failedRows(result)).hasSize((int) expected.failed());
        assertThat(result.counts().in()).isEqualTo(lines.stream().filter(line -> !line.csv().equals(",,,")).count());
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void aDryRunGivesTheSameAccountAndWritesNothing(@ForAll("lines") List<Line> lines) {
        var company = new Company();
        String file = file(firstOfEach(lines));
        Importer importer = company.importer();

        Importer.Result dry = importer.run(Map.of("map", MAP, "dryRun", "true"), file);
        assertThat(stored(company)).isEmpty();
        Importer.Result wet = importer.run(Map.of("map", MAP), file);

        assertThat(dry.counts()).isEqualTo(wet.counts());
        assertThat(failedRows(dry)).isEqualTo(failedRows(wet));
    }

    /** The first line of each id: what a second one of the same would change is only known where the first is written. */
    private static List<Line> firstOfEach(List<Line> lines) {
        Map<String, Line> first = new LinkedHashMap<>();
        lines.forEach(line -> first.putIfAbsent(line.id(), line));
        return List.copyOf(first.values());
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<String> ids = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(9, Arbitraries.integers().between(1, 1500).map(id -> "C" + id)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just("")));
        Arbitrary<Line> line = Combinators.combine(
                        ids,
                        Arbitraries.of("Acme", "Betasoloin", "客缘", "", "Acme"),
                        Arbitraries.of("", "5", "6", "many", "-1"),
                        Arbitraries.of("", "software", "medical", "nonsense"))
                .as(Line::new);
        return line.list().ofMinSize(0).ofMaxSize(2500);
    }

    private static Counts account(Map<String, Stored> model, Line line) {
        if (line.csv().equals(",,,")) {
            return Counts.NONE;
        }
        Stored before = model.get(line.id());
        boolean bad = line.id().isEmpty() || line.staff().equals("many") || line.staff().equals("-1") || line.industry().equals("nonsense");
        if (bad || before == null && line.name().isEmpty()) {
            return Counts.ofFailed();
        }
        Stored after = (before == null ? new Stored("", "", "") : before).after(line);
        model.put(line.id(), after);
        return before == null ? Counts.ofCreated() : before.equals(after) ? Counts.ofSkipped() : Counts.ofUpdated();
    }

    private static String file(List<Line> lines) {
        List<String> rows = new ArrayList<>(List.of("id,name,staff,industry"));
        lines.forEach(line -> rows.add(line.csv()));
        return String.join("\n", rows);
    }

    private static Map<String, Stored> stored(Company company) {
        return company.rows("select external_id, name, coalesce(employees::text, '') as staff, coalesce(industry, '') as sector from customer where {t}")
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get(0).toString(),
                        row -> new Stored(row.get(1).toString(), row.get(2).toString(), row.get(3).toString())));
    }

    private static List<String> failedRows(Importer.Result result) {
        return result.counts().failed() == 0 ? List.of() : result.failuresText().lines().skip(1).toList();
    }
}
