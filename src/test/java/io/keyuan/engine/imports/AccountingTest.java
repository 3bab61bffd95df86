package io.keyuan.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** A row that names another one, and perhaps nobody, and perhaps has something else wrong with it. */
    record Branch(int number, int parent, boolean isOwnedByNobody, String staff) {

        String csv() {
            String named = parent < 0 ? "" : parent == number ? "Elsewhere" : "N" + parent;
            return String.join(",", "N" + number, named, isOwnedByNobody ? "nobody" : "", staff);
        }

        boolean isWrong() {
            return isOwnedByNobody || parent == number || staff.equals("many");
        }
    }

    private static final String TREE = """
            object: customers
            columns: {name: name, parent: {field: parentCompany, by: name}, owner: {field: owner, by: login}, staff: employees}
            """;

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void aRowThatWaitsForAnotherIsAccountedOnce(@ForAll("trees") List<Branch> branches) {
        var company = new Company();
        String rows = branches.stream().map(Branch::csv).collect(Collectors.joining("\n"));
        Set<Integer> written = written(branches);

        Importer.Result result = company.importer().run(Map.of("map", TREE), "name,parent,owner,staff\n" + rows);

        int failed = branches.size() - written.size();
        assertThat(result.counts()).isEqualTo(new Counts(branches.size(), written.size(), 0, 0, failed, 0));
        assertThat(company.column("select name from customer where {t}"))
                .containsExactlyInAnyOrderElementsOf(written.stream().map(number -> "N" + number).toList());
        assertThat(failedRows(result)).hasSize(failed);
    }

    /** Whoever names nobody is written, then whoever names one of these, and so on. */
    private static Set<Integer> written(List<Branch> branches) {
        Set<Integer> written = new HashSet<>();
        int before;
        do {
            before = written.size();
            branches.stream()
                    .filter(branch -> !branch.isWrong() && (branch.parent() < 0 || written.contains(branch.parent())))
                    .forEach(branch -> written.add(branch.number()));
        } while (written.size() > before);
        return written;
    }

    @Provide
    Arbitrary<List<Branch>> trees() {
        return Arbitraries.integers().between(1, 40).flatMap(size -> Combinators.combine(IntStream.range(0, size)
                        .mapToObj(number -> Combinators.combine(
                                        Arbitraries.integers().between(-size / 4 - 1, size - 1),
                                        Arbitraries.of(false, false, false, true),
                                        Arbitraries.of("", "5", "5", "many"))
                                .as((parent, nobody, staff) -> new Branch(number, parent, nobody, staff)))
                        .toList())
                .as(all -> all));
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
