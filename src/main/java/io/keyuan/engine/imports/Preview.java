package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ValuePart;
import io.keyuan.engine.tables.Row;
import io.keyuan.engine.tables.TableProblem;
import io.keyuan.engine.tables.TableRows;
import io.keyuan.engine.web.FaultWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows the first rows as they will be: brings them in and takes everything back. */
@Component
class Preview {

    static final int ROWS = 20;

    private final Writers writers;
    private final TitledValues values;
    private final FaultWords words;
    private final TransactionTemplate transaction;

    Preview(Writers writers, TitledValues values, FaultWords words, PlatformTransactionManager transactions) {
        this.writers = writers;
        this.values = values;
        this.words = words;
        transaction = new TransactionTemplate(transactions);
    }

    /**
     * Tries the first rows of a file.
     *
     * @return one for each row: what becomes of it, its values and what is wrong with them
     */
    List<Map<String, @Nullable Object>> of(Preparation.Prepared prepared, Decisions decided) throws IOException {
        List<Candidate> rows = first(prepared);
        // What further rows bring matters only where rows name one another.
        Survey survey = prepared.plan().toItself().isEmpty()
                ? new Survey(rows.size(), new Fingerprints())
                : Survey.of(prepared.table(), prepared.plan());
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return tried(prepared, decided, rows, survey);
        }));
    }

    private static List<Candidate> first(Preparation.Prepared prepared) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        try (TableRows rows = prepared.table().rows()) {
            while (rows.hasNext() && candidates.size() < ROWS) {
                Row row = rows.next();
                if (!row.isBlank()) {
                    candidates.add(prepared.plan().candidate(candidates.size(), row));
                }
            }
        } catch (TableProblem problem) {
            throw Uploads.refusal(problem);
        }
        return candidates;
    }

    private List<Map<String, @Nullable Object>> tried(Preparation.Prepared prepared, Decisions decided, List<Candidate> rows, Survey survey) {
        Map<Candidate, Draft> drafts = new IdentityHashMap<>();
        Plan plan = prepared.plan();
        writers.references(plan, survey, true).settle(rows, false);
        OfferedChoice.settle(rows, true);
        writers.saver(plan, decided, true, drafts::put).save(rows.stream().filter(Candidate::isJudged).toList());
        Map<UUID, String> titles = values.titles(drafts.values().stream()
                .flatMap(draft -> own(plan).stream().map(attribute -> new TitledValues.Value(attribute, draft.get(attribute))))
                .toList());
        return rows.stream().map(row -> shown(plan, row, drafts.get(row), titles)).toList();
    }

    private static Set<Attribute<?>> own(Plan plan) {
        Set<Attribute<?>> own = new LinkedHashSet<>();
        for (Rule rule : plan.rules()) {
            if (rule.target().lines() == null && !rule.target().attribute().isSystem()) {
                own.add(rule.target().attribute());
            }
        }
        return own;
    }

    private Map<String, @Nullable Object> shown(Plan plan, Candidate row, @Nullable Draft draft, Map<UUID, String> titles) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("line", row.row().line());
        shown.put("outcome", outcome(row, draft));
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        for (Rule rule : plan.rules()) {
            cells.put(rule.target().field(), cell(plan, rule, row, draft, titles));
        }
        shown.put("cells", cells);
        shown.put("errors", row.faults().stream().filter(fault -> plan.rule(fault, row.row()).isEmpty()).map(this::words).toList());
        return shown;
    }

    private static String outcome(Candidate row, @Nullable Draft draft) {
        if (!row.faults().isEmpty()) {
            return "failed";
        }
        return row.isSkipped() || draft == null || !draft.isEffective() ? "skipped" : draft.isNew() ? "created" : "updated";
    }

    private Map<String, @Nullable Object> cell(Plan plan, Rule rule, Candidate row, @Nullable Draft draft, Map<UUID, String> titles) {
        Map<String, @Nullable Object> cell = new LinkedHashMap<>();
        Attribute<?> attribute = rule.target().attribute();
        cell.put("text", rule.text(row.row().cells()));
        if (draft != null && rule.target().lines() == null && !attribute.isSystem()) {
            String proposed = row.proposed(rule.target());
            cell.put("value", proposed == null ? value(attribute, rule.target().part(), draft, titles) : proposed);
        }
        List<Map<String, Object>> wrong =
                row.faults().stream().filter(fault -> plan.rule(fault, row.row()).filter(rule::equals).isPresent()).map(this::words).toList();
        if (!wrong.isEmpty()) {
            cell.put("errors", wrong);
        }
        return cell;
    }

    private static <T> @Nullable Object value(Attribute<T> attribute, @Nullable ValuePart part, Draft draft, Map<UUID, String> titles) {
        T value = draft.get(attribute);
        return part == null
                ? TitledValues.json(new TitledValues.Value(attribute, value), titles)
                : value == null ? null : attribute.type().called(value, part, Caller.current().locale());
    }

    private Map<String, Object> words(Fault fault) {
        Locale language = Caller.current().locale();
        return words.of(fault, language);
    }
}
