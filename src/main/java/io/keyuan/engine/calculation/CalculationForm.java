package io.keyuan.engine.calculation;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeDefinition;
import io.keyuan.engine.AttributeKind;
import io.keyuan.engine.Calculation;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ExpressionKind;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Languages;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.Right;
import io.keyuan.engine.expression.Expressions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody wants to have calculated. */
@Component
public class CalculationForm {

    private static final int LONGEST = 4_000;

    private static final Map<ExpressionKind, List<AttributeKind>> RESULTS = Map.of(
            ExpressionKind.NUMBER, List.of(AttributeKind.DECIMAL, AttributeKind.NUMBER, AttributeKind.MONEY, AttributeKind.PERCENT),
            ExpressionKind.TEXT, List.of(AttributeKind.TEXT),
            ExpressionKind.DATE, List.of(AttributeKind.DATE),
            ExpressionKind.TIME, List.of(AttributeKind.TIME),
            ExpressionKind.YES_NO, List.of(AttributeKind.BOOLEAN));

    private static final Set<AttributeKind> ADDED_UP = Set.of(AttributeKind.NUMBER, AttributeKind.DECIMAL, AttributeKind.MONEY);
    private static final Set<AttributeKind> COMPARED = Set.of(
            AttributeKind.NUMBER, AttributeKind.DECIMAL, AttributeKind.MONEY, AttributeKind.PERCENT, AttributeKind.DATE, AttributeKind.TIME);

    private final ObjectTypes types;
    private final Access access;
    private final Expressions expressions;
    private final Plans plans;
    private final Messages messages;

    CalculationForm(ObjectTypes types, Access access, Expressions expressions, Plans plans, Messages messages) {
        this.types = types;
        this.access = access;
        this.expressions = expressions;
        this.plans = plans;
        this.messages = messages;
    }

    /**
     * A roll-up as it is sent and answered.
     *
     * @param object the records that point here, as in addresses
     * @param reference the attribute by which they do
     * @param function {@code count}, {@code sum}, {@code min}, {@code max} or {@code last}
     * @param attribute whose values are taken together; null where they are counted
     * @param condition which of them count; null for all
     */
    public record RollUp(
            @Nullable String object, @Nullable String reference, @Nullable String function, @Nullable String attribute, @Nullable String condition) {}

    /** What was understood, and the type of the values. */
    public record Understood(Calculation calculation, AttributeKind kind) {}

    /**
     * @param kind the type that is asked for; null for whichever fits
     * @param faults takes what is wrong
     * @return null where something is
     */
    public @Nullable Understood read(
            ObjectType type, @Nullable AttributeKind kind, @Nullable String formula, @Nullable RollUp rollUp, List<Fault> faults) {
        if (formula != null && rollUp != null) {
            faults.add(Fault.at("rollUp", "formula-or-roll-up"));
            return null;
        }
        return formula != null ? formula(type, kind, formula.strip(), faults) : rollUp == null ? null : rollUp(type, rollUp, faults);
    }

    private @Nullable Understood formula(ObjectType type, @Nullable AttributeKind kind, String text, List<Fault> faults) {
        if (text.isEmpty() || text.length() > LONGEST) {
            faults.add(text.isEmpty() ? Fault.at("formula", "required") : Fault.at("formula", "too-long", LONGEST, text.length()));
            return null;
        }
        try {
            expressions.used(type, text);
            ExpressionKind result = expressions.value(type, "t", text).kind();
            List<AttributeKind> fitting = result == null ? List.of() : RESULTS.getOrDefault(result, List.of());
            if (fitting.isEmpty() || kind != null && !fitting.contains(kind)) {
                faults.add(Fault.at("type", "formula-of-other-type"));
                return null;
            }
            return new Understood(new Calculation.Formula(text), kind == null ? fitting.getFirst() : kind);
        } catch (Problem problem) {
            problem.faults().forEach(fault -> faults.add(new Fault("formula", fault.code(), fault.args())));
            return null;
        }
    }

    private @Nullable Understood rollUp(ObjectType type, RollUp wanted, List<Fault> faults) {
        int before = faults.size();
        ObjectType others = wanted.object() == null ? null : types.byPath(wanted.object());
        Attribute<?> reference = others == null || !access.may(Right.READ, others) ? null : pointing(type, others, wanted.reference());
        Calculation.Function function = Calculation.Function.of(wanted.function());
        if (others == null || !access.may(Right.READ, others)) {
            faults.add(Fault.at("rollUp.object", wanted.object() == null ? "required" : "unknown-object"));
        } else if (reference == null) {
            faults.add(Fault.at("rollUp.reference", wanted.reference() == null ? "required" : "points-elsewhere"));
        }
        if (function == null) {
            faults.add(Fault.at("rollUp.function", wanted.function() == null ? "required" : "unknown-function-of-roll-up"));
        }
        if (faults.size() > before || others == null || reference == null || function == null) {
            return null;
        }
        AttributeKind kind = kind(others, function, wanted.attribute(), faults);
        String condition = wanted.condition() == null || wanted.condition().isBlank() ? null : wanted.condition().strip();
        requireCondition(others, condition, faults);
        return faults.size() > before || kind == null
                ? null
                : new Understood(new Calculation.Summary(others.name(), reference.name(), function, wanted.attribute(), condition), kind);
    }

    private @Nullable Attribute<?> pointing(ObjectType type, ObjectType others, @Nullable String name) {
        Attribute<?> reference = name == null ? null : others.find(name);
        return reference != null && reference.type() instanceof ReferenceType && type.equals(types.target(reference)) && access.mayRead(reference)
                ? reference
                : null;
    }

    private @Nullable AttributeKind kind(ObjectType others, Calculation.Function function, @Nullable String name, List<Fault> faults) {
        if (function == Calculation.Function.COUNT && name == null) {
            return AttributeKind.NUMBER;
        }
        Attribute<?> source = name == null ? null : others.find(name);
        boolean readable = source != null && !(source.type() instanceof LinesType) && access.mayRead(source);
        if (source == null || !readable) {
            faults.add(Fault.at("rollUp.attribute", name == null ? "required" : "unknown-attribute"));
            return null;
        }
        AttributeKind kind = AttributeKind.ofCalculated(source.type());
        boolean fits = switch (function) {
            case COUNT -> true;
            case SUM -> kind != null && ADDED_UP.contains(kind);
            case MIN, MAX -> kind != null && COMPARED.contains(kind);
            case LAST -> kind != null;
        };
        if (!fits) {
            faults.add(Fault.at("rollUp.attribute", "not-for-roll-up"));
        }
        return function == Calculation.Function.COUNT ? AttributeKind.NUMBER : kind;
    }

    private void requireCondition(ObjectType others, @Nullable String condition, List<Fault> faults) {
        try {
            if (condition != null) {
                expressions.ownAttributes(others, condition);
            }
        } catch (Problem problem) {
            problem.faults().forEach(fault -> faults.add(new Fault("rollUp.condition", fault.code(), fault.args())));
        }
    }

    /** That nothing goes by itself, on whatever way. */
    public void requireNoCircle(Attribute<?> attribute, Calculation calculation, List<Fault> faults) {
        try {
            plans.with(attribute, calculation);
        } catch (Plan.Circle circle) {
            String way = circle.from(attribute).stream().map(this::words).collect(Collectors.joining(" → "));
            faults.add(Fault.at(calculation instanceof Calculation.Formula ? "formula" : "rollUp", "goes-by-itself", way));
        }
    }

    private String words(Attribute<?> attribute) {
        Locale language = Languages.closest(Caller.current().locale());
        return messages.label(language, attribute.object()) + " / " + messages.label(language, attribute);
    }

    /** A definition's roll-up as it is answered; null where it has none. */
    public @Nullable RollUp shown(AttributeDefinition definition) {
        if (!(definition.calculation() instanceof Calculation.Summary summary)) {
            return null;
        }
        ObjectType others = types.byName(summary.object());
        return new RollUp(
                others == null ? summary.object() : others.path(), summary.reference(), summary.function().code(), summary.attribute(), summary.condition());
    }
}
