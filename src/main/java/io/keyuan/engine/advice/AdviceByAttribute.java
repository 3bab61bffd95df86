package io.keyuan.engine.advice;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeUses;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.advice.WrittenAdvice.Pointing;
import io.keyuan.engine.advice.WrittenAdvice.Remedy;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Rules of advice that go by an attribute, or have it filled. Those that are shipped hinder nobody: they say nothing where what they go by is gone. */
@Component
record AdviceByAttribute(AdviceStore store, ObjectTypes types, Messages messages) implements AttributeUses {

    @Override
    public List<String> of(Attribute<?> attribute) {
        return store.all().stream()
                .filter(rule -> !rule.shipped() && goesBy(rule, attribute))
                .map(this::name)
                .distinct()
                .toList();
    }

    private String name(AdviceSetting rule) {
        Locale language = Languages.closest(Caller.current().locale());
        return messages.text(language, "advice.ruleOf", Objects.requireNonNull(Languages.closest(language, rule.written().reasons())));
    }

    private boolean goesBy(AdviceSetting rule, Attribute<?> attribute) {
        WrittenAdvice written = rule.written();
        Pointing pointing = written.pointing();
        return AttributeUses.names(rule.type(), written.condition(), attribute)
                || rule.type().equals(attribute.object()) && attribute.name().equals(written.remedy().attribute())
                || pointing != null && goesBy(pointing, written.remedy(), attribute);
    }

    private boolean goesBy(Pointing pointing, Remedy remedy, Attribute<?> attribute) {
        ObjectType object = types.byName(pointing.object());
        return object != null
                && (AttributeUses.names(object, pointing.condition(), attribute)
                        || object.equals(attribute.object()) && (attribute.name().equals(pointing.attribute()) || remedy.values().containsKey(attribute.name())));
    }
}
