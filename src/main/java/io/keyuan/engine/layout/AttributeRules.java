package io.keyuan.engine.layout;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.trueCondition;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.Right;
import io.keyuan.engine.expression.Expressions;
import io.keyuan.engine.numbering.Numbers;
import io.keyuan.engine.sql.DraftedRows;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the company has settled about attributes by what records say, asked of many records with one statement. Rules are the company's: what they say does not
 * depend on what the one may see who happens to write. One that says nothing any more, because what it goes by is gone, holds nobody up.
 */
@Component
public class AttributeRules {

    private static final Field<UUID> ID = Tables.uuid("t", "id");

    private final DSLContext sql;
    private final LayoutStore store;
    private final Expressions expressions;
    private final JsonMapper json;
    private final Numbers numbers;

    AttributeRules(DSLContext sql, LayoutStore store, Expressions expressions, JsonMapper json, Numbers numbers) {
        this.sql = sql;
        this.store = store;
        this.expressions = expressions;
        this.json = json;
        this.numbers = numbers;
    }

    /** What holds of the attributes of one record, by their names. */
    public record States(Set<String> required, Set<String> readOnly, Set<String> hidden) {}

    /** Rejects drafts that leave out what is required of them, or change what is not theirs to change. */
    public void judge(Batch batch) {
        List<AttributeRule> rules = of(batch.type());
        if (!rules.isEmpty()) {
            List<Draft> drafts = batch.correctable().where(draft -> !draft.isSettled()).drafts();
            requireValues(batch.type(), rules, drafts);
            keepReadOnly(batch.type(), rules, drafts);
        }
    }

    private void requireValues(ObjectType type, List<AttributeRule> rules, List<Draft> drafts) {
        Attribute<?> numbered = type.numbered() != null && numbers.areGiven(type) ? type.numbered() : null;
        Map<AttributeRule, List<Draft>> missing =
                concerned(type, rules, drafts, (draft, rule) -> misses(draft, rule) && !(draft.isNew() && about(type, rule).equals(numbered)));
        if (missing.isEmpty()) {
            return;
        }
        List<Question> questions = missing.keySet().stream().flatMap(Question::ofNeed).toList();
        Answers answers = drafted(type, missing.values().stream().flatMap(List::stream).distinct().toList(), questions);
        missing.forEach((rule, some) -> some.stream().filter(draft -> answers.requires(draft.id(), rule)).forEach(draft -> draft.reject(about(type, rule), "required-here")));
    }

    private void keepReadOnly(ObjectType type, List<AttributeRule> rules, List<Draft> drafts) {
        Map<AttributeRule, List<Draft>> written = concerned(type, rules, drafts, AttributeRules::overwrites);
        if (written.isEmpty()) {
            return;
        }
        List<Question> questions = written.keySet().stream().flatMap(Question::ofReadOnly).toList();
        Answers answers = stored(type, written.values().stream().flatMap(List::stream).map(Draft::id).distinct().toList(), questions);
        written.forEach((rule, some) -> some.stream().filter(draft -> answers.closes(draft.id(), rule)).forEach(draft -> draft.reject(about(type, rule), "read-only-here")));
    }

    private static Map<AttributeRule, List<Draft>> concerned(
            ObjectType type, List<AttributeRule> rules, List<Draft> drafts, BiPredicate<Draft, AttributeRule> which) {
        Map<AttributeRule, List<Draft>> concerned = new HashMap<>();
        for (AttributeRule rule : rules) {
            List<Draft> some = type.find(rule.attribute()) == null ? List.of() : drafts.stream().filter(draft -> which.test(draft, rule)).toList();
            if (!some.isEmpty()) {
                concerned.put(rule, some);
            }
        }
        return concerned;
    }

    /** A record that was without it before, when nobody asked, may stay so until somebody changes what decides about it. */
    private static boolean misses(Draft draft, AttributeRule rule) {
        Attribute<?> attribute = about(draft.type(), rule);
        List<Attribute<?>> by = rule.by().stream().<Attribute<?>>map(draft.type()::find).filter(Objects::nonNull).toList();
        return rule.requiredWhen() != null
                && draft.get(attribute) == null
                && (draft.isNew() || draft.changed(attribute) || by.stream().anyMatch(draft::changed))
                && Stream.concat(Stream.of(attribute), by.stream()).noneMatch(each -> isFaulty(draft, each));
    }

    /** What could not be read is wrong, not missing. */
    private static boolean isFaulty(Draft draft, Attribute<?> attribute) {
        return draft.faults().stream().anyMatch(fault -> fault.isAt(attribute.name()));
    }

    /** Only what somebody writes: what follows from it follows. */
    private static boolean overwrites(Draft draft, AttributeRule rule) {
        Attribute<?> attribute = about(draft.type(), rule);
        boolean given = draft.isGiven(attribute) || draft.right() == Right.ASSIGN && attribute.equals(draft.type().owner());
        return rule.readOnlyWhen() != null && !draft.isNew() && given && draft.changed(attribute) && !isFaulty(draft, attribute);
    }

    private static Attribute<?> about(ObjectType type, AttributeRule rule) {
        return Objects.requireNonNull(type.find(rule.attribute()));
    }

    /** Of a draft that was judged. */
    States of(Draft draft) {
        List<AttributeRule> rules = of(draft.type());
        if (rules.isEmpty()) {
            return new States(Set.of(), Set.of(), Set.of());
        }
        Answers now = drafted(draft.type(), List.of(draft), rules.stream().flatMap(Question::ofNeed).toList());
        Answers before = draft.isNew() ? Answers.NONE : stored(draft.type(), List.of(draft.id()), rules.stream().flatMap(Question::ofReadOnly).toList());
        States states = states(draft.type(), draft.id(), rules, now, before);
        Attribute<?> number = draft.type().numbered();
        if (number != null && draft.isNew() && numbers.areGiven(draft.type())) {
            states.required().remove(number.name());
        }
        return states;
    }

    /** Of a stored record. */
    States of(ObjectType type, UUID id) {
        List<AttributeRule> rules = of(type);
        Answers answers = rules.isEmpty() ? Answers.NONE : stored(type, List.of(id), rules.stream().flatMap(Question::all).toList());
        return states(type, id, rules, answers, answers);
    }

    private static States states(ObjectType type, UUID id, List<AttributeRule> rules, Answers now, Answers before) {
        Set<String> required = new HashSet<>();
        Set<String> readOnly = new HashSet<>();
        Set<String> hidden = new HashSet<>();
        for (AttributeRule rule : rules) {
            Attribute<?> attribute = type.find(rule.attribute());
            if (attribute != null) {
                add(required, attribute, now.requires(id, rule));
                add(readOnly, attribute, before.closes(id, rule));
                add(hidden, attribute, now.hides(id, rule) && !Placement.isIndispensable(attribute));
            }
        }
        return new States(required, readOnly, hidden);
    }

    private static void add(Set<String> names, Attribute<?> attribute, boolean holds) {
        if (holds) {
            names.add(attribute.name());
        }
    }

    private List<AttributeRule> of(ObjectType type) {
        SettledLayouts settled = store.all().get(type.name());
        return settled == null ? List.of() : settled.layouts().rules();
    }

    private Answers drafted(ObjectType type, List<Draft> drafts, List<Question> questions) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Draft draft : drafts) {
            Map<String, Object> row = DraftedRows.row(type, draft::get);
            row.put("id", draft.id());
            rows.add(row);
        }
        return ask(type, DraftedRows.of(type, "t", json.writeValueAsString(rows)), noCondition(), questions);
    }

    private Answers stored(ObjectType type, List<UUID> ids, List<Question> questions) {
        return ask(type, Tables.of(type, "t"), Tables.among(ID, ids.toArray(UUID[]::new)), questions);
    }

    private Answers ask(ObjectType type, Table<?> rows, Condition which, List<Question> questions) {
        Map<Question, Field<Boolean>> asked = new HashMap<>();
        questions.forEach(question -> {
            Field<Boolean> compiled = compiled(type, question);
            if (compiled != null) {
                asked.put(question, compiled.as("q" + asked.size()));
            }
        });
        if (asked.isEmpty()) {
            return Answers.NONE;
        }
        List<Field<?>> fields = new ArrayList<>(asked.values());
        fields.add(ID);
        Map<UUID, Map<Question, Boolean>> answers = new HashMap<>();
        sql.select(fields).from(rows).where(Tables.ofTenant("t")).and(which).forEach(row -> {
            Map<Question, Boolean> own = new HashMap<>();
            asked.forEach((question, answer) -> own.put(question, Boolean.TRUE.equals(row.get(answer))));
            answers.put(row.get(ID), own);
        });
        return new Answers(answers);
    }

    private @Nullable Field<Boolean> compiled(ObjectType type, Question question) {
        try {
            return Caller.current().unbounded().get(() -> field(trueCondition().and(expressions.conditionOfDrafts(type, "t", question.text()))));
        } catch (Problem gone) {
            return null;
        }
    }

    /** What is asked of a record. */
    private record Question(AttributeRule rule, Part part, String text) {

        enum Part {
            REQUIRED,
            READ_ONLY,
            VISIBLE
        }

        static Stream<Question> ofNeed(AttributeRule rule) {
            return Stream.concat(of(rule, Part.REQUIRED, rule.requiredWhen()), of(rule, Part.VISIBLE, rule.visibleWhen()));
        }

        static Stream<Question> ofReadOnly(AttributeRule rule) {
            return of(rule, Part.READ_ONLY, rule.readOnlyWhen());
        }

        static Stream<Question> all(AttributeRule rule) {
            return Stream.concat(ofNeed(rule), ofReadOnly(rule));
        }

        private static Stream<Question> of(AttributeRule rule, Part part, @Nullable String text) {
            return text == null ? Stream.empty() : Stream.of(new Question(rule, part, text));
        }
    }

    /** What is true of which record; what could not be asked is not in it. */
    private record Answers(Map<UUID, Map<Question, Boolean>> byRecord) {

        static final Answers NONE = new Answers(Map.of());

        boolean requires(UUID id, AttributeRule rule) {
            return is(true, id, rule, Question.Part.REQUIRED, rule.requiredWhen()) && !hides(id, rule);
        }

        boolean closes(UUID id, AttributeRule rule) {
            return is(true, id, rule, Question.Part.READ_ONLY, rule.readOnlyWhen());
        }

        boolean hides(UUID id, AttributeRule rule) {
            return is(false, id, rule, Question.Part.VISIBLE, rule.visibleWhen());
        }

        private boolean is(boolean wanted, UUID id, AttributeRule rule, Question.Part part, @Nullable String text) {
            Boolean answer = text == null ? null : byRecord.getOrDefault(id, Map.of()).get(new Question(rule, part, text));
            return answer != null && answer == wanted;
        }
    }
}
