package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ChoiceDependency;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.Choices;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the definition demands: required values, bounds, choices that are still offered. */
@Component
final class Validate implements Step {

    /** So many choices that would fit are told. */
    private static final int TOLD = 12;

    private final ChoiceLists choices;
    private final Messages messages;

    Validate(ChoiceLists choices, Messages messages) {
        this.choices = choices;
        this.messages = messages;
    }

    @Override
    public void apply(Batch batch) {
        Batch.Selection saved = batch.correctable();
        for (Attribute<?> attribute : batch.type().attributes()) {
            if (!attribute.isSystem()) {
                saved.forEach(draft -> validate(draft, attribute));
                if (attribute.type().isOfChoices()) {
                    checkFit(saved, attribute);
                }
            }
        }
    }

    private void validate(Draft draft, Attribute<?> attribute) {
        Object value = draft.get(attribute);
        if (value == null) {
            // What is derived is derived from values that were good; its absence is no fault of the writer's.
            boolean missing = attribute.isRequired() && (draft.isNew() || draft.changed(attribute));
            if (missing && (attribute.isWritable() || draft.isAlive())) {
                rejectOnce(draft, attribute, "required");
            }
        } else if (draft.changed(attribute)) {
            checkBounds(draft, attribute, value);
            checkOffered(draft, attribute, value);
        }
    }

    /** What fits to what: asked where one of the two changes, so that what was there before stays as long as nobody touches it. */
    private void checkFit(Batch.Selection saved, Attribute<?> attribute) {
        ChoiceDependency dependency = choices.of(attribute).dependency();
        Attribute<?> other = dependency == null ? null : attribute.object().find(dependency.attribute());
        if (dependency != null && other != null) {
            saved.where(draft -> !draft.isSettled()).forEach(draft -> checkFit(draft, attribute, dependency, other));
        }
    }

    private void checkFit(Draft draft, Attribute<?> attribute, ChoiceDependency dependency, Attribute<?> other) {
        List<String> codes = Choices.codesOf(draft.get(attribute));
        List<String> kept = draft.changed(other) ? List.of() : Choices.codesOf(draft.old(attribute));
        List<String> chosen = Choices.codesOf(draft.get(other));
        if (!dependency.fits(codes.stream().filter(code -> !kept.contains(code)).toList(), chosen)) {
            draft.reject(attribute, "choice-misfit", messages.label(language(), other), words(attribute, dependency.fitting(chosen)));
        }
    }

    private String words(Attribute<?> attribute, @Nullable Set<String> fitting) {
        String words = choices.of(attribute).items().stream()
                .filter(item -> item.active() && fitting != null && fitting.contains(item.code()))
                .limit(TOLD)
                .map(item -> messages.label(language(), attribute, item))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "–" : words;
    }

    private static Locale language() {
        return Languages.closest(Caller.current().locale());
    }

    /** A value that could not be read is wrong, not missing: it is told once. */
    private static void rejectOnce(Draft draft, Attribute<?> attribute, String code) {
        if (draft.faults().stream().noneMatch(fault -> fault.isAt(attribute.name()))) {
            draft.reject(attribute, code);
        }
    }

    private static void checkBounds(Draft draft, Attribute<?> attribute, Object value) {
        BigDecimal number = number(value);
        BigDecimal min = attribute.min();
        BigDecimal max = attribute.max();
        if (number != null && min != null && number.compareTo(min) < 0) {
            draft.reject(attribute, "below-minimum", min);
        }
        if (number != null && max != null && number.compareTo(max) > 0) {
            draft.reject(attribute, "above-maximum", max);
        }
    }

    private static @Nullable BigDecimal number(Object value) {
        return switch (value) {
            case Long whole -> BigDecimal.valueOf(whole);
            case BigDecimal decimal -> decimal;
            default -> null;
        };
    }

    /** What a record had before it may keep; what is put back as it was is no new choice either. */
    private void checkOffered(Draft draft, Attribute<?> attribute, Object value) {
        List<String> codes = draft.isSettled() ? List.of() : Choices.codesOf(value);
        if (!codes.isEmpty()) {
            ChoiceList list = choices.of(attribute);
            List<String> before = Choices.codesOf(draft.old(attribute));
            if (codes.stream().anyMatch(code -> !before.contains(code) && !list.isOffered(code))) {
                draft.reject(attribute, "inactive-choice");
            }
        }
    }
}
