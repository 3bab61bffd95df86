package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ChoiceDependency;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.Choices;
import io.keyuan.engine.Draft;
import io.keyuan.engine.layout.KindOffers;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives new records what nobody said and the definition begins with. */
@Component
final class FillDefaults implements Step {

    private final ChoiceLists choices;
    private final KindOffers offers;

    FillDefaults(ChoiceLists choices, KindOffers offers) {
        this.choices = choices;
        this.offers = offers;
    }

    @Override
    public void apply(Batch batch) {
        // Those that failed for one value too, lest they are told that another is missing which nobody has to give.
        Batch.Selection created = batch.correctable().where(Draft::isNew);
        batch.type().attributes().stream()
                .filter(attribute -> attribute.initial() != null || attribute.type() instanceof ChoiceType)
                .sorted(Comparator.comparingInt(this::depth))
                .forEach(attribute -> created.forEach(draft -> begin(draft, attribute)));
    }

    private <T> void begin(Draft draft, Attribute<T> attribute) {
        if (draft.get(attribute) == null && !draft.isGiven(attribute)) {
            T initial = initial(draft, attribute);
            draft.set(attribute, fits(draft, attribute, initial) ? initial : null);
        }
    }

    /** A choice that would not fit to what is there is none to begin with. */
    private boolean fits(Draft draft, Attribute<?> attribute, @Nullable Object initial) {
        List<String> codes = Choices.codesOf(initial);
        ChoiceDependency dependency = codes.isEmpty() ? null : choices.of(attribute).dependency();
        Attribute<?> other = dependency == null ? null : attribute.object().find(dependency.attribute());
        return dependency == null || other == null || dependency.fits(codes, Choices.codesOf(draft.get(other)));
    }

    /** How many others have to be there before it is known what it begins with. */
    private int depth(Attribute<?> attribute) {
        return depth(attribute, new HashSet<>());
    }

    /** @param seen those that wait for this one: what goes by each other in a circle begins as if it did not */
    private int depth(Attribute<?> attribute, Set<Attribute<?>> seen) {
        if (!seen.add(attribute)) {
            return 0;
        }
        ChoiceDependency dependency = attribute.type().isOfChoices() ? choices.of(attribute).dependency() : null;
        Attribute<?> other = dependency == null ? null : attribute.object().find(dependency.attribute());
        int depth = Stream.of(offers.kindsOffering(attribute), other)
                .filter(before -> before != null && !before.equals(attribute))
                .mapToInt(before -> 1 + depth(Objects.requireNonNull(before), seen))
                .max()
                .orElse(0);
        seen.remove(attribute);
        return depth;
    }

    /** Which choice is the tenant's to say. */
    @SuppressWarnings("unchecked")
    private <T> @Nullable T initial(Draft draft, Attribute<T> attribute) {
        return attribute.type() instanceof ChoiceType ? (T) first(draft, attribute) : attribute.initial();
    }

    /** Where what others begin with is not offered by the record's kind or does not fit, the first that is and does and means the same. */
    private @Nullable Choice first(Draft draft, Attribute<?> attribute) {
        ChoiceList list = choices.of(attribute);
        Choice initial = list.initial();
        if (initial == null) {
            return null;
        }
        List<String> offered = offers.offered(draft, attribute);
        Predicate<Choice> may = choice -> (offered == null || offered.contains(choice.code())) && fits(draft, attribute, choice);
        return may.test(initial) ? initial : list.items().stream()
                .filter(item -> item.active() && item.meaning() != null && item.meaning().equals(initial.meaning()))
                .map(item -> new Choice(item.code(), item.meaning()))
                .filter(may)
                .findFirst()
                .orElse(null);
    }
}
