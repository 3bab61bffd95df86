package io.keyuan.engine.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.customers.CustomerKind;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Sameness;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Twenty thousand pairs of which is known whether they are the same: nearly all that are have to be found, and hardly any that are not. */
class LabelledPairsTest {

    private static final Path PAIRS = Path.of("src/test/resources/duplicates/pairs.csv.gz");
    private static final double AIM = 0.97;

    /** Of either kind, as the objects of a company are defined. */
    private static final class Either extends ObjectType {
        final Attribute<String> name = text("name", 200).title();
        final Attribute<Choice> kind = choice("kind", CustomerKind.class);
        final Attribute<String> phone = phone("phone");
        final Attribute<String> email = email("email");
        final Attribute<String> code = registerCode("code");
        final Attribute<String> city = text("city", 100);
        final Attribute<String> address = text("address", 300);
        final Attribute<String> company = text("company", 200);
        final Attribute<String> switchboard = phone("switchboard");

        final Sameness organisations = Sameness.ofOrganisations(name).registered(code).exact(phone, email).within(address).near(city);
        final Sameness people = Sameness.ofPeople(name).exact(phone, email).shared(switchboard).within(company).near(city);

        Either() {
            super("either");
        }

        Profile profile(Somebody somebody) {
            List<Attribute<String>> attributes = List.of(name, phone, email, code, city, address, company, switchboard);
            Map<Attribute<?>, String> values = new HashMap<>();
            for (int i = 0; i < attributes.size(); i++) {
                if (!somebody.cells().get(i).isBlank()) {
                    values.put(attributes.get(i), somebody.cells().get(i));
                }
            }
            return Profile.of(somebody.person() ? people : organisations, values::get);
        }
    }

    private final Either either = new Either();

    /** @param found of the pairs of a kind, those that were taken for the same */
    private record Tally(int all, int found, int together) {
        Tally with(boolean taken, boolean looked) {
            return new Tally(all + 1, found + (taken ? 1 : 0), together + (looked ? 1 : 0));
        }
    }

    @Test
    void theSameAreFoundAndOthersAreNot() throws IOException {
        Map<String, Tally> kinds = new TreeMap<>();
        int found = 0;
        int same = 0;
        int taken = 0;
        List<String> wrong = new ArrayList<>();
        List<Recipe.Pair> pairs = read();
        for (Recipe.Pair pair : pairs) {
            Profile one = either.profile(pair.one());
            Profile other = either.profile(pair.other());
            // A pair that has no key in common is never compared.
            boolean together = !Collections.disjoint(Keys.of(one), Keys.of(other));
            Match match = Matcher.compare(one, other);
            boolean decided = together && match.isSame();
            kinds.merge(pair.kind(), new Tally(0, 0, 0).with(decided, together), (before, now) -> before.with(decided, together));
            same += pair.same() ? 1 : 0;
            taken += decided ? 1 : 0;
            found += decided && pair.same() ? 1 : 0;
            if (decided != pair.same()) {
                wrong.add(pair.kind() + " " + match.score() + (together ? "" : " apart") + " " + match.reasons().stream().map(because -> because.reason().code()).toList() + " " + pair.one().cells() + " " + pair.other().cells());
            }
        }
        double recall = (double) found / same;
        double precision = (double) found / taken;
        Path report = Path.of("target/duplicates-pairs.txt");
        List<String> lines = new ArrayList<>(List.of("recall " + recall + " precision " + precision));
        kinds.forEach((kind, tally) -> lines.add(kind + ": " + tally.found() + " of " + tally.all() + " (compared " + tally.together() + ")"));
        lines.forEach(System.out::println);
        lines.addAll(wrong);
        Files.write(report, lines);

        assertThat(pairs.size()).isEqualTo(20_000);
        assertThat(recall).as("of the same, found").isGreaterThanOrEqualTo(AIM);
        assertThat(precision).as("of those taken for the same, rightly").isGreaterThanOrEqualTo(AIM);
    }

    private static List<Recipe.Pair> read() throws IOException {
        List<Recipe.Pair> pairs = new ArrayList<>();
        try (InputStream file = Files.newInputStream(PAIRS);
                BufferedReader lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = List.of(line.split("\t", -1));
                boolean person = cells.get(2).equals("person");
                pairs.add(new Recipe.Pair(
                        cells.get(0), cells.get(1).equals("same"), Somebody.read(person, cells.subList(3, 11)), Somebody.read(person, cells.subList(11, 19))));
            }
        }
        return pairs;
    }

    /** Writes the pairs anew: only where the recipe changes. */
    public static void main(String[] arguments) throws IOException {
        try (BufferedWriter file = new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(PAIRS)), StandardCharsets.UTF_8))) {
            for (Recipe.Pair pair : new Recipe().all()) {
                List<String> cells = new ArrayList<>(List.of(pair.kind(), pair.same() ? "same" : "other", pair.one().person() ? "person" : "organisation"));
                cells.addAll(pair.one().cells());
                cells.addAll(pair.other().cells());
                file.write(String.join("\t", cells.stream().map(Objects::requireNonNull).toList()) + "\n");
            }
        }
    }
}
