package io.keyuan.engine.advice;

import io.keyuan.engine.Access;
import io.keyuan.engine.Advice;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import io.keyuan.engine.TextType;
import io.keyuan.engine.advice.WrittenAdvice.Kind;
import io.keyuan.engine.advice.WrittenAdvice.Pointing;
import io.keyuan.engine.advice.WrittenAdvice.Remedy;
import io.keyuan.engine.api.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a rule of what somebody writes, or says everything that is wrong with it. */
@Component
class AdviceReading {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_CONDITION = 2_000;
    private static final int MOST_VALUES = 20;
    private static final int GREATEST_WEIGHT = 100;
    private static final int USUAL_WEIGHT = 50;

    private final ObjectTypes types;
    private final Access access;
    private final AdviceMeaning meaning;

    AdviceReading(ObjectTypes types, Access access, AdviceMeaning meaning) {
        this.types = types;
        this.access = access;
        this.meaning = meaning;
    }

    /** @throws Problem where there is no such object, or the caller may not set it up */
    ObjectType type(@Nullable String path) {
        ObjectType type = path == null ? null : types.byPath(path);
        if (type == null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("object", path == null ? "required" : "unknown-object"));
        }
        if (!mayConfigure(type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-configure"));
        }
        return type;
    }

    boolean mayConfigure(ObjectType type) {
        return access.may(Right.CONFIGURE, type) && access.may(Right.READ, type);
    }

    AdviceSetting read(ObjectType type, AdviceRuleBody body) {
        return own(type, null, 0, body);
    }

    /** @param version that was seen */
    AdviceSetting read(AdviceSetting before, long version, AdviceRuleBody body) {
        if (body.object() != null && !body.object().equals(before.type().path())) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("object", "not-writable"));
        }
        return before.shipped() ? shipped(before, version, body) : own(before.type(), before, version, body);
    }

    private AdviceSetting shipped(AdviceSetting before, long version, AdviceRuleBody body) {
        List<Fault> faults = new ArrayList<>();
        Map<String, @Nullable Object> fixed = new LinkedHashMap<>();
        fixed.put("reason", body.reason());
        fixed.put("reasons", body.reasons());
        fixed.put("action", body.action());
        fixed.put("actions", body.actions());
        fixed.put("condition", body.condition());
        fixed.put("pointing", body.pointing());
        fixed.put("remedy", body.remedy());
        fixed.forEach((name, value) -> Said.refuseFixed(name, value, null, faults));
        int weight = weight(before.weight(), body.weight(), faults);
        Said.refuse(faults);
        return new AdviceSetting(before.name(), version, before.type(), true, !Boolean.FALSE.equals(body.active()), weight, before.written());
    }

    private AdviceSetting own(ObjectType type, @Nullable AdviceSetting before, long version, AdviceRuleBody body) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> reasons = words("reason", LONGEST_REASON, body.reason(), body.reasons(), faults);
        Map<String, String> actions = words("action", Said.LONGEST_WORD, body.action(), body.actions(), faults);
        String condition = condition("condition", body.condition(), faults);
        Pointing pointing = pointing(body.pointing(), faults);
        Remedy remedy = remedy(body.remedy(), faults);
        int weight = weight(before == null ? USUAL_WEIGHT : before.weight(), body.weight(), faults);
        if (remedy == null || pointing == null && body.pointing() != null) {
            throw new Problem(ProblemKind.RULE_BROKEN, faults, Map.of());
        }
        if (condition == null && !remedy.kind().isOfPointing() && faults.stream().noneMatch(fault -> fault.isAt("condition"))) {
            faults.add(Fault.at("condition", "required"));
        }
        var setting = new AdviceSetting(
                before == null ? Ids.next().toString() : before.name(), version, type, false, !Boolean.FALSE.equals(body.active()), weight,
                new WrittenAdvice(reasons, actions, condition, pointing, remedy));
        // One that says nothing any more may still be switched off.
        if (before == null || !before.written().equals(setting.written())) {
            faults.addAll(meaning.faults(setting));
            Rule rule = meaning.of(setting);
            if (rule != null) {
                hidden(type, rule, faults);
            }
        }
        Said.refuse(faults);
        return setting;
    }

    /** What whoever writes it may not see, they cannot name. */
    private void hidden(ObjectType type, Rule rule, List<Fault> faults) {
        Attribute<Ref> about = rule.advice().about();
        if (about != null && !(access.may(Right.READ, rule.object()) && access.mayRead(about))) {
            faults.add(Fault.at("pointing.attribute", "unknown-attribute"));
        }
        switch (rule.advice().remedy()) {
            case Advice.Remedy.Fill fill -> readable("remedy.attribute", fill.attribute(), faults);
            case Advice.Remedy.Make make ->
                make.given().keySet().forEach(name -> readable("remedy.values." + name, Objects.requireNonNull(rule.object().find(name)), faults));
            case Advice.Remedy.Run run -> { }
            case Advice.Remedy.Open open -> { }
        }
    }

    private void readable(String path, Attribute<?> attribute, List<Fault> faults) {
        if (!access.mayRead(attribute)) {
            faults.add(Fault.at(path, "unknown-attribute"));
        }
    }

    private static Map<String, String> words(
            String name, int longest, @Nullable String one, @Nullable Map<String, @Nullable String> more, List<Fault> faults) {
        List<Fault> wrong = new ArrayList<>();
        Map<String, String> words = Said.words(name, longest, Map.of(), one, more, wrong);
        if (words.isEmpty() && wrong.isEmpty()) {
            wrong.add(Fault.at(name, "required"));
        }
        faults.addAll(wrong);
        return words;
    }

    private static int weight(int before, @Nullable Integer given, List<Fault> faults) {
        if (given != null && (given < 1 || given > GREATEST_WEIGHT)) {
            faults.add(Fault.at("weight", given < 1 ? "below-minimum" : "above-maximum", given < 1 ? 1 : GREATEST_WEIGHT));
        }
        return given == null ? before : given;
    }

    private static @Nullable String condition(String path, @Nullable String given, List<Fault> faults) {
        try {
            String text = given == null ? "" : TextType.lines(given, LONGEST_CONDITION).strip();
            return text.isEmpty() ? null : text;
        } catch (BadValue bad) {
            faults.addAll(bad.faults(path));
            return null;
        }
    }

    private @Nullable Pointing pointing(AdviceRuleBody.@Nullable PointingBody given, List<Fault> faults) {
        if (given == null) {
            return null;
        }
        ObjectType object = given.object() == null ? null : types.byPath(given.object());
        if (object == null) {
            faults.add(Fault.at("pointing.object", given.object() == null ? "required" : "unknown-object"));
        }
        if (given.attribute() == null) {
            faults.add(Fault.at("pointing.attribute", "required"));
        }
        String condition = condition("pointing.condition", given.condition(), faults);
        return object == null || given.attribute() == null
                ? null
                : new Pointing(object.name(), given.attribute(), condition, Boolean.TRUE.equals(given.open()));
    }

    /** What another kind would want is not kept. */
    private static @Nullable Remedy remedy(AdviceRuleBody.@Nullable RemedyBody given, List<Fault> faults) {
        Kind kind = given == null ? null : Kind.of(given.kind());
        if (given == null || kind == null) {
            faults.add(Fault.at("remedy", "one-of", "fill, run, open, make"));
            return null;
        }
        return switch (kind) {
            case FILL -> new Remedy(kind, given.attribute(), null, Map.of());
            case RUN -> new Remedy(kind, null, given.command(), Map.of());
            case OPEN -> new Remedy(kind, null, null, Map.of());
            case MAKE -> new Remedy(kind, null, null, values(given.values(), faults));
        };
    }

    private static Map<String, Object> values(@Nullable Map<String, @Nullable Object> given, List<Fault> faults) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (given != null && given.size() > MOST_VALUES) {
            faults.add(Fault.at("remedy.values", "too-many", MOST_VALUES));
        } else if (given != null) {
            given.forEach((name, value) -> {
                if (value != null) {
                    values.put(name, value);
                }
            });
        }
        return values;
    }
}
