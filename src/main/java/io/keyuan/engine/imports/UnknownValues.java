package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.tables.Row;
import io.keyuan.engine.tables.TableFile;
import io.keyuan.engine.tables.TableProblem;
import io.keyuan.engine.tables.TableRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what a file calls choices and records that are not there under that name, and proposes what may be meant. */
@Component
class UnknownValues {

    /** A file is looked through so far; what comes after shows in the dry run. */
    private static final int MOST_ROWS = 200_000;

    private static final int MOST_TEXTS = 20_000;
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_SHOWN = 200;
    private static final int MOST_NEAR = 3;
    private static final double NEAR = 0.35;

    private final RecordFinder finder;

    UnknownValues(RecordFinder finder) {
        this.finder = finder;
    }

    /**
     * What a column calls things.
     *
     * @param different how many different texts the column has
     * @param texts those that are not called so exactly, the most frequent first, of very many only the first
     */
    record Column(String name, String field, boolean reference, int different, int unknown, List<Text> texts) {}

    /**
     * One text.
     *
     * @param taken what it will be taken for without anybody saying so
     * @param near what may be meant, the likeliest first
     */
    record Text(String text, long rows, @Nullable Meaning taken, List<Meaning> near) {}

    /** @param value as a map's {@code values} have it */
    record Meaning(String value, String label) {}

    /** @param complete whether all rows were looked at */
    record Found(List<Column> columns, long rows, boolean complete) {}

    Found in(TableFile table, Plan plan) throws IOException {
        Map<Rule, Tally> tallies = new LinkedHashMap<>();
        plan.rules().stream()
                .filter(rule -> rule.reading() instanceof OfferedChoice || rule.reading() instanceof References)
                .forEach(rule -> tallies.put(rule, new Tally()));
        long rows = 0;
        boolean complete = true;
        try (TableRows all = table.rows()) {
            while (all.hasNext() && rows < MOST_ROWS) {
                Row row = all.next();
                rows++;
                tallies.forEach((rule, tally) -> tally.count(rule.text(row.cells())));
            }
            complete = !all.hasNext();
        } catch (TableProblem problem) {
            throw Uploads.refusal(problem);
        }
        // Rows may name one another: what the file brings itself is nothing unknown.
        if (!plan.toItself().isEmpty()) {
            Survey survey = Survey.of(table, plan);
            plan.toItself().forEach(rule -> Objects.requireNonNull(tallies.get(rule)).texts.keySet().removeIf(survey::brings));
        }
        List<Column> columns = new ArrayList<>();
        tallies.forEach((rule, tally) -> columns.add(column(rule, tally.texts)));
        return new Found(columns, rows, complete);
    }

    /** How many rows have each text, of very many or very long ones only the first. */
    private static final class Tally {

        private final Map<String, Long> texts = new HashMap<>();
        private int characters;

        void count(String text) {
            if (!text.isBlank() && (texts.containsKey(text) || takes(text))) {
                texts.merge(text, 1L, Long::sum);
            }
        }

        private boolean takes(String text) {
            boolean takes = texts.size() < MOST_TEXTS && characters + text.length() <= MOST_CHARACTERS;
            characters += takes ? text.length() : 0;
            return takes;
        }
    }

    private Column column(Rule rule, Map<String, Long> counts) {
        boolean reference = rule.reading() instanceof References;
        List<Text> texts = rule.reading() instanceof References references
                ? references(references, counts)
                : choices((OfferedChoice) rule.reading(), counts);
        List<Text> shown = texts.stream().sorted(Comparator.comparingLong(Text::rows).reversed()).limit(MOST_SHOWN).toList();
        int unknown = (int) texts.stream().filter(text -> text.taken() == null).count();
        return new Column(rule.source().name(), rule.target().field(), reference, counts.size(), unknown, shown);
    }

    private static List<Text> choices(OfferedChoice choice, Map<String, Long> counts) {
        Map<String, String> labels = choice.words().labels(Caller.current().locale());
        List<Text> texts = new ArrayList<>();
        counts.forEach((text, rows) -> {
            if (!choice.knows(text)) {
                texts.add(new Text(text, rows, null, near(text, labels)));
            }
        });
        return texts;
    }

    private static List<Meaning> near(String text, Map<String, String> labels) {
        String word = Words.header(text);
        record Scored(Meaning meaning, double score) {}
        return labels.entrySet().stream()
                .map(each -> new Scored(
                        new Meaning(each.getKey(), each.getValue()),
                        Math.max(Likeness.of(word, Words.header(each.getKey())), Likeness.of(word, Words.header(each.getValue())))))
                .filter(each -> each.score() >= NEAR)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(MOST_NEAR)
                .map(Scored::meaning)
                .toList();
    }

    private List<Text> references(References references, Map<String, Long> counts) {
        ObjectType target = references.target();
        Map<String, Long> open = new HashMap<>(counts);
        for (Attribute<?> attribute : references.by()) {
            open.keySet().removeAll(finder.exact(target, attribute, open.keySet()).keySet());
        }
        boolean byTitle = references.by().contains(target.title());
        if (byTitle) {
            open.keySet().removeAll(finder.marked(target, open.keySet()).keySet());
        }
        Map<String, Set<UUID>> alike = byTitle ? finder.alike(target, open.keySet()) : Map.of();
        List<String> asked = open.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .limit(MOST_SHOWN)
                .toList();
        Set<String> titles = byTitle ? finder.near(target, asked) : Set.of();
        Map<String, String> labels = new LinkedHashMap<>();
        titles.forEach(title -> labels.put(title, title));
        Set<String> proposed = Set.copyOf(asked);
        return open.entrySet().stream()
                .map(each -> text(each.getKey(), each.getValue(), alike, proposed.contains(each.getKey()) ? labels : Map.of()))
                .toList();
    }

    private static Text text(String text, long rows, Map<String, Set<UUID>> alike, Map<String, String> labels) {
        boolean one = alike.getOrDefault(text, Set.of()).size() == 1;
        List<Meaning> near = near(text, labels);
        return new Text(text, rows, one && !near.isEmpty() ? near.getFirst() : null, near);
    }
}
