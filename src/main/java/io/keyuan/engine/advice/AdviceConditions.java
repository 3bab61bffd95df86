package io.keyuan.engine.advice;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import io.keyuan.engine.Advice;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.Command;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.query.OpenRecords;
import io.keyuan.engine.sql.IndexedValues;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Of which records a rule holds, for the current caller: those of its page are {@code t}, those that point to them {@code r}. */
@Component
class AdviceConditions {

    private final Conditions conditions;
    private final OpenRecords open;
    private final ChoiceLists choices;

    AdviceConditions(Conditions conditions, OpenRecords open, ChoiceLists choices) {
        this.conditions = conditions;
        this.open = open;
        this.choices = choices;
    }

    /**
     * What holds of the record of the page, whatever points to it.
     *
     * @throws Problem where the rule names what the company or the caller has not, such as a choice that was taken away
     */
    Condition ofRecord(ObjectType type, Rule rule) {
        Command command = command(type, rule);
        Condition offered = command == null ? noCondition() : among(command.of(), offering(command));
        return trueCondition().and(open.of(type, "t")).and(conditions.filter(type, "t", rule.advice().of())).and(offered);
    }

    /**
     * What holds of records that point to it and count.
     *
     * @throws Problem as {@link #ofRecord} does
     */
    Condition ofPointing(Rule rule, Attribute<Ref> about) {
        ObjectType object = rule.object();
        return Tables.ofTenant("r")
                .and(IndexedValues.pointsTo("r", about, Tables.uuid("t", "id")))
                .and(Tables.alive("r"))
                .and(rule.advice().open() ? open.of(object, "r") : trueCondition())
                .and(conditions.visible(Right.READ, object, "r"))
                .and(conditions.filter(object, "r", rule.advice().when()));
    }

    /**
     * Whether it is told on the page of a record.
     *
     * @throws Problem as {@link #ofRecord} does
     */
    Condition told(ObjectType type, Rule rule) {
        Attribute<Ref> about = rule.advice().about();
        if (about == null) {
            return ofRecord(type, rule);
        }
        var pointing = selectOne().from(Tables.of(rule.object(), "r")).where(ofPointing(rule, about));
        return ofRecord(type, rule).and(rule.advice().remedy() instanceof Advice.Remedy.Make ? notExists(pointing) : exists(pointing));
    }

    /** The same as a filter of lists; null where it goes by records that point to others, which filters do not. */
    @Nullable String filter(ObjectType type, Rule rule) {
        if (rule.advice().about() != null) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        if (rule.advice().of() != null) {
            parts.add(rule.advice().of().matches("[^|?]*") ? rule.advice().of() : "(" + rule.advice().of() + ")");
        }
        Attribute<?> board = type.board();
        if (board != null && open.areTold(type)) {
            parts.add(in(board, open.codes(type)));
        }
        Command command = command(type, rule);
        if (command != null) {
            parts.add(in(command.of(), offering(command)));
        }
        return parts.stream().distinct().collect(Collectors.joining(" && "));
    }

    private static String in(Attribute<?> attribute, List<String> codes) {
        return attribute.name() + " in " + codes.stream().map(code -> "'" + code + "'").collect(Collectors.joining(", ", "[", "]"));
    }

    /** The one that is run; null where something else is done. */
    static @Nullable Command command(ObjectType type, Rule rule) {
        return rule.advice().remedy() instanceof Advice.Remedy.Run run
                ? type.commands().stream().filter(each -> each.name().equals(run.command())).findFirst().orElse(null)
                : null;
    }

    /** The choices with which a command is offered. */
    private List<String> offering(Command command) {
        return choices.of(command.of()).items().stream()
                .filter(item -> item.meaning() != null && command.meanings().contains(item.meaning()))
                .map(ChoiceList.Item::code)
                .toList();
    }

    private static Condition among(Attribute<?> attribute, List<String> codes) {
        return codes.isEmpty() ? falseCondition() : Tables.among(Tables.words("t", attribute), codes.toArray(String[]::new));
    }
}
