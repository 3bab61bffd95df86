package io.keyuan.engine.layout;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeUses;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What goes by an attribute of how objects are laid out: it says the kind of records, or rules of others look at it. Where it merely stands somewhere, its place is
 * kept for when it comes back.
 */
@Component
record LayoutsByAttribute(LayoutStore store, ObjectTypes types, Messages messages) implements AttributeUses {

    @Override
    public List<String> of(Attribute<?> attribute) {
        return store.all().entrySet().stream()
                .flatMap(each -> {
                    ObjectType type = types.byName(each.getKey());
                    return type == null ? Stream.<String>empty() : uses(type, each.getValue().layouts(), attribute);
                })
                .distinct()
                .toList();
    }

    private Stream<String> uses(ObjectType type, ObjectLayouts layouts, Attribute<?> attribute) {
        Locale language = Languages.closest(Caller.current().locale());
        boolean own = type.equals(attribute.object());
        Stream<String> kinds = own && attribute.name().equals(layouts.kind()) ? Stream.of(messages.text(language, "layouts.ofKinds")) : Stream.empty();
        Stream<String> rules = layouts.rules().stream()
                .filter(rule -> rule.conditions().anyMatch(text -> AttributeUses.names(type, text, attribute)))
                .map(rule -> type.find(rule.attribute()))
                .flatMap(Stream::ofNullable)
                .filter(ruled -> !ruled.equals(attribute))
                .map(ruled -> messages.text(language, "layouts.ruleOf", messages.label(language, ruled)));
        return Stream.concat(kinds, rules);
    }
}
