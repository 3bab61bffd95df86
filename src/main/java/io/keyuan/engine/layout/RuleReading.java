package io.keyuan.engine.layout;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.TextType;
import io.keyuan.engine.expression.Expressions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what somebody writes into rules of attributes; each takes what is wrong with it. */
@Component
class RuleReading {

    private static final int MOST = 200;
    private static final int LONGEST_CONDITION = 2_000;

    private final Expressions expressions;

    RuleReading(Expressions expressions) {
        this.expressions = expressions;
    }

    /**
     * @param before conditions that are among them are not read again: whoever keeps what others wrote need not be able to write it
     */
    List<AttributeRule> read(ObjectType type, List<AttributeRule> before, @Nullable List<LayoutsBody.@Nullable RuleBody> given, List<Fault> faults) {
        List<LayoutsBody.@Nullable RuleBody> bodies = given == null ? List.of() : given;
        if (bodies.size() > MOST) {
            faults.add(Fault.at("rules", "too-many", MOST));
            return List.of();
        }
        List<AttributeRule> rules = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < bodies.size(); i++) {
            LayoutsBody.RuleBody body = bodies.get(i);
            String path = "rules[" + i + "]";
            String name = body == null ? null : body.attribute();
            if (body == null || name == null) {
                faults.add(Fault.at(path + ".attribute", "required"));
            } else if (!named.add(name)) {
                faults.add(Fault.at(path + ".attribute", "rule-twice"));
            } else {
                AttributeRule rule = rule(path, type, name, body, before, faults);
                if (rule.conditions().findAny().isPresent()) {
                    rules.add(rule);
                }
            }
        }
        return rules;
    }

    private AttributeRule rule(
            String path, ObjectType type, String name, LayoutsBody.RuleBody body, List<AttributeRule> before, List<Fault> faults) {
        AttributeRule old = before.stream().filter(each -> each.attribute().equals(name)).findFirst().orElse(null);
        Attribute<?> attribute = type.find(name);
        if (attribute == null && old == null || attribute != null && !Placement.placeable(type).contains(attribute)) {
            faults.add(Fault.at(path + ".attribute", "not-placeable"));
        }
        String required = condition(path + ".requiredWhen", type, body.requiredWhen(), old == null ? null : old.requiredWhen(), faults);
        String readOnly = condition(path + ".readOnlyWhen", type, body.readOnlyWhen(), old == null ? null : old.readOnlyWhen(), faults);
        String visible = condition(path + ".visibleWhen", type, body.visibleWhen(), old == null ? null : old.visibleWhen(), faults);
        if (attribute != null) {
            refuse(path + ".requiredWhen", required != null && !isGiven(attribute), "never-given", faults);
            refuse(path + ".readOnlyWhen", readOnly != null && !isGiven(attribute), "never-given", faults);
            refuse(path + ".visibleWhen", visible != null && Placement.isIndispensable(attribute), "indispensable", faults);
        }
        List<String> by = old != null && Objects.equals(required, old.requiredWhen()) && Objects.equals(visible, old.visibleWhen())
                ? old.by()
                : by(type, required, visible, faults);
        return new AttributeRule(name, required, readOnly, visible, by);
    }

    private static boolean isGiven(Attribute<?> attribute) {
        return attribute.isWritable() && !(attribute.type() instanceof LinesType);
    }

    private static void refuse(String path, boolean wrong, String code, List<Fault> faults) {
        if (wrong) {
            faults.add(Fault.at(path, code));
        }
    }

    private List<String> by(ObjectType type, @Nullable String required, @Nullable String visible, List<Fault> faults) {
        return faults.isEmpty()
                ? Stream.of(required, visible).flatMap(Stream::ofNullable)
                        .flatMap(text -> expressions.namedAttributes(type, text).stream())
                        .map(Attribute::name).distinct().toList()
                : List.of();
    }

    /** Says where it is wrong as filters do. It has to say the same to everybody, and of a record that is not stored yet. */
    private @Nullable String condition(String path, ObjectType type, @Nullable String given, @Nullable String before, List<Fault> faults) {
        String text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.equals(before)) {
            return text.isEmpty() ? null : text;
        }
        try {
            TextType.lines(text, LONGEST_CONDITION);
            expressions.condition(type, "t", text);
            Caller.current().unbounded().run(() -> expressions.conditionOfDrafts(type, "t", text));
            expressions.goesBy(type, text).used().stream()
                    .filter(used -> used.way().isEmpty() && used.attribute().calculation() != null)
                    .forEach(used -> faults.add(Fault.at(path, "worked-out-later", used.attribute().name())));
        } catch (BadValue bad) {
            faults.add(new Fault(path, bad.code(), bad.args()));
        } catch (Problem wrong) {
            wrong.faults().forEach(fault -> faults.add(new Fault(path, fault.code(), fault.args())));
        }
        return text;
    }
}
