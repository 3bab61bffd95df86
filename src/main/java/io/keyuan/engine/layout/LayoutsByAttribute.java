package io.keyuan.engine.layout;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeUses;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import java.util.List;
import org.springframework.stereotype.Component;

/** Layouts that go by an attribute: it says the kind of records. Where it merely stands somewhere, its place is kept for when it comes back. */
@Component
record LayoutsByAttribute(LayoutStore store, Messages messages) implements AttributeUses {

    @Override
    public List<String> of(Attribute<?> attribute) {
        SettledLayouts settled = store.all().get(attribute.object().name());
        return settled != null && attribute.name().equals(settled.layouts().kind())
                ? List.of(messages.text(Languages.closest(Caller.current().locale()), "layouts.ofKinds"))
                : List.of();
    }
}
