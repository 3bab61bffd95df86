package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.Draft;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives new records what nobody said and the definition begins with. */
@Component
final class FillDefaults implements Step {

    private final ChoiceLists choices;

    FillDefaults(ChoiceLists choices) {
        this.choices = choices;
    }

    @Override
    public void apply(Batch batch) {
        // Those that failed for one value too, lest they are told that another is missing which nobody has to give.
        Batch.Selection created = batch.correctable().where(Draft::isNew);
        batch.type().attributes().stream()
                .filter(attribute -> attribute.initial() != null || attribute.type() instanceof ChoiceType)
                .forEach(attribute -> created.forEach(draft -> begin(draft, attribute)));
    }

    private <T> void begin(Draft draft, Attribute<T> attribute) {
        if (draft.get(attribute) == null && !draft.isGiven(attribute)) {
            draft.set(attribute, initial(attribute));
        }
    }

    /** Which choice is the tenant's to say. */
    @SuppressWarnings("unchecked")
    private <T> @Nullable T initial(Attribute<T> attribute) {
        return attribute.type() instanceof ChoiceType ? (T) choices.of(attribute).initial() : attribute.initial();
    }
}
