package io.keyuan.engine.calculation;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeUses;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is calculated from an attribute. */
@Component
record UsedByCalculations(Plans plans, Messages messages) implements AttributeUses {

    @Override
    public List<String> of(Attribute<?> attribute) {
        return plans.current().inOrder().stream()
                .filter(known -> known.causes().contains(attribute))
                .map(known -> messages.label(Languages.closest(Caller.current().locale()), known.attribute()))
                .toList();
    }
}
