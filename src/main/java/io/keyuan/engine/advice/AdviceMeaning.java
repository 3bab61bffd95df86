package io.keyuan.engine.advice;

import io.keyuan.engine.Advice;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.Command;
import io.keyuan.engine.Fault;
import io.keyuan.engine.FileType;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.Ref;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.advice.WrittenAdvice.Pointing;
import io.keyuan.engine.advice.WrittenAdvice.Remedy;
import io.keyuan.engine.pipeline.Coercions;
import io.keyuan.engine.query.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a rule means with the objects, attributes, choices and commands that the current caller's company has now. */
@Component
class AdviceMeaning {

    private final ObjectTypes types;
    private final Coercions coercions;
    private final Conditions conditions;

    AdviceMeaning(ObjectTypes types, Coercions coercions, Conditions conditions) {
        this.types = types;
        this.coercions = coercions;
        this.conditions = conditions;
    }

    /** @return null where it names what is not there; what its expressions name is found out when they are asked */
    @Nullable Rule of(AdviceSetting setting) {
        return new Reading(setting, new ArrayList<>()).rule();
    }

    /** Everything for which it says nothing, expressions as the current caller may read them; empty where it holds. */
    List<Fault> faults(AdviceSetting setting) {
        List<Fault> faults = new ArrayList<>();
        Rule rule = new Reading(setting, faults).rule();
        if (setting.type().isThere()) {
            check("condition", setting.type(), setting.written().condition(), faults);
        }
        Pointing pointing = setting.written().pointing();
        if (rule != null && pointing != null) {
            check("pointing.condition", rule.object(), pointing.condition(), faults);
        }
        return faults;
    }

    private void check(String path, ObjectType type, @Nullable String expression, List<Fault> faults) {
        try {
            conditions.filter(type, "t", expression);
        } catch (Problem wrong) {
            wrong.faults().forEach(fault -> faults.add(new Fault(path, fault.code(), fault.args())));
        }
    }

    /** One rule, and what is wrong with it. */
    private final class Reading {

        private final AdviceSetting setting;
        private final WrittenAdvice written;
        private final ObjectType type;
        private final List<Fault> faults;

        Reading(AdviceSetting setting, List<Fault> faults) {
            this.setting = setting;
            this.written = setting.written();
            this.type = setting.type();
            this.faults = faults;
        }

        @Nullable Rule rule() {
            Pointing pointing = written.pointing();
            if (!type.isThere()) {
                faults.add(Fault.at("object", "unknown-object"));
                return null;
            }
            if (written.remedy().kind().isOfPointing() != (pointing != null)) {
                faults.add(Fault.at("pointing", pointing == null ? "advice-of-nothing" : "advice-of-itself"));
                return null;
            }
            Attribute<Ref> about = pointing == null ? null : about(pointing);
            if (pointing != null && about == null) {
                return null;
            }
            ObjectType object = about == null ? type : about.object();
            Advice.Remedy remedy = remedy(written.remedy(), object, about);
            return remedy == null ? null : new Rule(
                    setting.name(), object,
                    new Advice(
                            setting.name(), setting.weight(), about, written.condition(), pointing == null ? null : pointing.condition(),
                            pointing != null && pointing.open(), remedy),
                    written.reasons(), written.actions());
        }

        @SuppressWarnings("unchecked") // What records point with holds references.
        private @Nullable Attribute<Ref> about(Pointing pointing) {
            ObjectType object = types.byName(pointing.object());
            if (object == null || !object.isThere()) {
                faults.add(Fault.at("pointing.object", "unknown-object"));
                return null;
            }
            Attribute<?> attribute = object.find(pointing.attribute());
            if (attribute == null || !types.relatedTo(type).contains(attribute)) {
                faults.add(Fault.at("pointing.attribute", attribute == null ? "unknown-attribute" : "points-elsewhere"));
                return null;
            }
            return (Attribute<Ref>) attribute;
        }

        private Advice.@Nullable Remedy remedy(Remedy remedy, ObjectType object, @Nullable Attribute<Ref> about) {
            return switch (remedy.kind()) {
                case FILL -> fill(remedy.attribute());
                case RUN -> run(remedy.command());
                case OPEN -> new Advice.Remedy.Open();
                case MAKE -> make(remedy.values(), object, about);
            };
        }

        private Advice.@Nullable Remedy fill(@Nullable String name) {
            Attribute<?> attribute = name == null ? null : type.find(name);
            if (attribute == null || !attribute.isWritable()) {
                faults.add(Fault.at("remedy.attribute", name == null ? "required" : attribute == null ? "unknown-attribute" : "not-writable"));
                return null;
            }
            return new Advice.Remedy.Fill(attribute);
        }

        private Advice.@Nullable Remedy run(@Nullable String path) {
            Command command = type.commands().stream().filter(each -> each.path().equals(path)).findFirst().orElse(null);
            if (command == null) {
                faults.add(Fault.at("remedy.command", path == null ? "required" : "unknown-command"));
                return null;
            }
            return new Advice.Remedy.Run(command.name());
        }

        private Advice.@Nullable Remedy make(Map<String, Object> values, ObjectType object, @Nullable Attribute<Ref> about) {
            List<Fault> wrong = new ArrayList<>();
            values.forEach((name, value) -> check("remedy.values." + name, object.find(name), about, value, wrong));
            if (about != null && !about.isWritable()) {
                wrong.add(Fault.at("pointing.attribute", "not-writable"));
            }
            faults.addAll(wrong);
            return wrong.isEmpty() ? new Advice.Remedy.Make(values) : null;
        }

        /** Records are not among the values: what they are called is not for everybody who is advised. */
        private void check(String path, @Nullable Attribute<?> attribute, @Nullable Attribute<Ref> about, Object value, List<Fault> wrong) {
            if (attribute == null) {
                wrong.add(Fault.at(path, "unknown-attribute"));
            } else if (!attribute.isWritable() || attribute.equals(about) || attribute.type() instanceof ReferenceType
                    || attribute.type() instanceof LinesType || attribute.type() instanceof FileType) {
                wrong.add(Fault.at(path, "not-writable"));
            } else {
                try {
                    attribute.type().coerce(value, coercions.of(attribute));
                } catch (BadValue bad) {
                    wrong.addAll(bad.faults(path));
                }
            }
        }
    }
}
