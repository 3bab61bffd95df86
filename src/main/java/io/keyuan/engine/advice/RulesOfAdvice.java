package io.keyuan.engine.advice;

import io.keyuan.engine.Access;
import io.keyuan.engine.Advice;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Which rules hold for records of an object, the weightiest first, and which of them the caller could follow. */
@Component
class RulesOfAdvice {

    private final AdviceStore store;
    private final AdviceMeaning meaning;
    private final Access access;

    RulesOfAdvice(AdviceStore store, AdviceMeaning meaning, Access access) {
        this.store = store;
        this.meaning = meaning;
        this.access = access;
    }

    List<Rule> about(ObjectType type) {
        return store.all().stream()
                .filter(setting -> setting.active() && setting.type().equals(type))
                .map(meaning::of)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt((Rule rule) -> rule.advice().weight()).reversed().thenComparing(Rule::name))
                .toList();
    }

    List<Rule> forCaller(ObjectType type) {
        return about(type).stream().filter(rule -> couldFollow(type, rule)).toList();
    }

    /** As far as the caller may read and write them: a form cannot take what its reader must not give. */
    Map<String, Object> writable(ObjectType made, Map<String, Object> given) {
        Map<String, Object> writable = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            Attribute<?> attribute = made.find(name);
            if (attribute != null && access.mayRead(attribute) && access.mayWrite(attribute)) {
                writable.put(name, value);
            }
        });
        return writable;
    }

    private boolean couldFollow(ObjectType type, Rule rule) {
        Attribute<Ref> about = rule.advice().about();
        boolean known = about == null || access.may(Right.READ, rule.object()) && access.mayRead(about);
        return known && switch (rule.advice().remedy()) {
            case Advice.Remedy.Fill fill -> access.may(Right.EDIT, type) && access.mayWrite(fill.attribute());
            case Advice.Remedy.Run run -> access.may(Right.EDIT, type);
            case Advice.Remedy.Open open -> true;
            case Advice.Remedy.Make make -> access.may(Right.CREATE, rule.object()) && about != null && access.mayWrite(about);
        };
    }
}
