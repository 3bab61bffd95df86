package io.keyuan.engine.advice;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.keyuan.engine.Advice;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.RecordPart;
import io.keyuan.engine.Ref;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is best done next with a record: all rules in one statement, and one more for what the reader has put off. */
@Component
class AdviceForRecord implements RecordPart {

    private static final int SHOWN = 5;

    private final DSLContext sql;
    private final RulesOfAdvice rules;
    private final AdviceConditions conditions;
    private final PutOff putOff;

    AdviceForRecord(DSLContext sql, RulesOfAdvice rules, AdviceConditions conditions, PutOff putOff) {
        this.sql = sql;
        this.rules = rules;
        this.conditions = conditions;
        this.putOff = putOff;
    }

    /**
     * @param rule by which it is put off
     * @param reason in words
     * @param action what the way to do it is called
     */
    record Told(String rule, String reason, String action, Way way) {}

    /**
     * How it is done.
     *
     * @param kind {@code fill} an {@code attribute}, {@code run} a {@code command}, as in addresses, {@code open} the record {@code id} of {@code object},
     *     or {@code make} one of {@code object} that points here by {@code attribute}, with {@code values}
     */
    record Way(
            String kind, @Nullable String object, @Nullable UUID id, @Nullable String attribute, @Nullable String command,
            @Nullable Map<String, Object> values) {}

    @Override
    public String name() {
        return "advice";
    }

    @Override
    public boolean isOf(ObjectType type, boolean deleted) {
        return !deleted;
    }

    @Override
    public List<Told> of(ObjectType type, UUID id) {
        Map<Rule, Field<UUID>> asked = new LinkedHashMap<>();
        rules.forCaller(type).forEach(rule -> ask(type, rule, asked));
        Record answer = asked.isEmpty() ? null : sql.select(List.copyOf(asked.values()))
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.uuid("t", "id").eq(id))
                .fetchOne();
        if (answer == null) {
            return List.of();
        }
        Set<String> later = putOff.of(id);
        List<Told> told = new ArrayList<>();
        int at = 0;
        for (Rule rule : asked.keySet()) {
            UUID found = answer.get(at++, UUID.class);
            if (found != null && told.size() < SHOWN && !later.contains(rule.name())) {
                told.add(told(type, rule, found));
            }
        }
        return told;
    }

    /** A rule that names what the company or the reader has not, such as a choice that was taken away, says nothing. */
    private void ask(ObjectType type, Rule rule, Map<Rule, Field<UUID>> asked) {
        try {
            asked.put(rule, found(type, rule).as("a" + asked.size()));
        } catch (Problem notOfThisCompany) {
            return;
        }
    }

    /** The record the rule leads to, where it holds: the first of those it counts, or the one it is about. */
    private Field<UUID> found(ObjectType type, Rule rule) {
        Attribute<Ref> about = rule.advice().about();
        if (about == null || rule.advice().remedy() instanceof Advice.Remedy.Make) {
            return when(conditions.told(type, rule), Tables.uuid("t", "id")).otherwise(castNull(SQLDataType.UUID));
        }
        ObjectType object = rule.object();
        Attribute<?> due = object.due();
        Field<?> first = due == null ? Tables.uuid("r", "id") : Tables.column("r", due);
        return when(conditions.ofRecord(type, rule), field(select(Tables.uuid("r", "id"))
                        .from(Tables.of(object, "r"))
                        .where(conditions.ofPointing(rule, about))
                        .orderBy(first, Tables.uuid("r", "id"))
                        .limit(1)))
                .otherwise(castNull(SQLDataType.UUID));
    }

    private Told told(ObjectType type, Rule rule, UUID found) {
        Locale language = Caller.current().locale();
        return new Told(rule.name(), rule.reason(language), rule.action(language), way(type, rule, found));
    }

    private Way way(ObjectType type, Rule rule, UUID found) {
        String object = rule.object().path();
        return switch (rule.advice().remedy()) {
            case Advice.Remedy.Fill fill -> new Way("fill", null, null, fill.attribute().name(), null, null);
            case Advice.Remedy.Run run -> new Way("run", null, null, null, Objects.requireNonNull(AdviceConditions.command(type, rule)).path(), null);
            case Advice.Remedy.Open any -> new Way("open", object, found, null, null, null);
            case Advice.Remedy.Make make ->
                new Way("make", object, null, Objects.requireNonNull(rule.advice().about()).name(), null, rules.writable(rule.object(), make.given()));
        };
    }
}
