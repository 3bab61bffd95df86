package io.keyuan.engine.automation;

import io.keyuan.engine.Access;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.TextType;
import io.keyuan.engine.expression.Expressions;
import io.keyuan.engine.history.ChangeLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a rule of what somebody writes, or says everything that is wrong with it. It belongs to whoever writes what it does. */
@Component
class AutomationRuleReading {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CONDITION = 10_000;

    private final ObjectTypes types;
    private final Access access;
    private final Expressions expressions;
    private final TriggerReading triggers;
    private final ActionReading actions;
    private final ChangeLog log;

    AutomationRuleReading(
            ObjectTypes types, Access access, Expressions expressions, TriggerReading triggers, ActionReading actions, ChangeLog log) {
        this.types = types;
        this.access = access;
        this.expressions = expressions;
        this.triggers = triggers;
        this.actions = actions;
        this.log = log;
    }

    /** @throws Problem where there is no such object, or the caller may not set it up */
    ObjectType type(@Nullable String path) {
        ObjectType type = path == null ? null : types.byPath(path);
        if (type == null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("object", path == null ? "required" : "bad-value"));
        }
        require(type);
        return type;
    }

    void require(ObjectType type) {
        if (!mayConfigure(type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-configure"));
        }
    }

    boolean mayConfigure(ObjectType type) {
        return access.may(Right.CONFIGURE, type) && access.may(Right.READ, type);
    }

    /**
     * @param before null for a new one
     * @param version that was seen
     */
    AutomationRule read(ObjectType type, @Nullable AutomationRule before, long version, AutomationRuleBody body) {
        List<Fault> faults = new ArrayList<>();
        String name = text("name", body.name(), LONGEST_NAME, faults);
        if (name.isEmpty()) {
            faults.add(Fault.at("name", "required"));
        }
        Trigger trigger = triggers.read(type, body.trigger(), faults);
        String condition = condition(type, body.condition(), faults);
        List<Action> does = actions.read(type, body.actions(), faults);
        if (!faults.isEmpty() || trigger == null) {
            throw new Problem(ProblemKind.RULE_BROKEN, faults, Map.of());
        }
        boolean active = !Boolean.FALSE.equals(body.active());
        Caller caller = Caller.current();
        var written = new AutomationRule(
                before == null ? Ids.next() : before.id(), version, type, name, active, null, caller.person(), caller.locale(), trigger, condition,
                does, log.now().transaction(), before == null ? null : before.lastAt(), before == null ? null : before.failedAt());
        return before == null || before.paused() != null || !written.doesTheSameAs(before) ? written : written.keptBy(before);
    }

    private static String text(String path, @Nullable String given, int longest, List<Fault> faults) {
        try {
            return given == null ? "" : TextType.lines(given, longest).strip();
        } catch (BadValue bad) {
            faults.add(new Fault(path, bad.code(), bad.args()));
            return "?";
        }
    }

    /** Says where it is wrong as filters do. */
    private @Nullable String condition(ObjectType type, @Nullable String given, List<Fault> faults) {
        String text = text("condition", given, LONGEST_CONDITION, faults);
        if (text.isEmpty()) {
            return null;
        }
        try {
            expressions.condition(type, "t", text);
        } catch (Problem wrong) {
            wrong.faults().forEach(fault -> faults.add(new Fault("condition", fault.code(), fault.args())));
        }
        return text;
    }
}
