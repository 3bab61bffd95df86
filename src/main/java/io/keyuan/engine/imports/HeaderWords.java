package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.ValuePart;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Guesses from what a column is called, in whatever language. */
@Component
class HeaderWords {

    private static final double NAME = 1;
    private static final double LABEL = 0.98;
    private static final double SYNONYM = 0.9;
    /** Another attribute may be called like a part of one. */
    private static final double PART = 0.85;

    private static final double TARGET = 0.8;
    private static final double LEAST_LIKENESS = 0.6;

    private final Messages messages;
    private final ObjectTypes types;
    private final PartWords parts;

    HeaderWords(Messages messages, ObjectTypes types, PartWords parts) {
        this.messages = messages;
        this.types = types;
        this.parts = parts;
    }

    /** @return null where the name of the column says nothing of the attribute */
    @Nullable Guess guess(String header, ImportableAttributes.Attributed target) {
        String word = Words.header(header);
        Attribute<?> attribute = target.attribute();
        if (word.isEmpty()) {
            return null;
        }
        if (target.part() != null) {
            return part(word, target, target.part());
        }
        if (word.equals(Words.header(attribute.name()))) {
            return target.guess(target.own() ? NAME : SYNONYM, Guess.Reason.NAME);
        }
        if (labels(attribute).anyMatch(word::equals)) {
            return target.guess(target.own() ? LABEL : SYNONYM, Guess.Reason.LABEL);
        }
        if (synonyms(attribute).contains(word)) {
            return target.guess(SYNONYM, Guess.Reason.SYNONYM);
        }
        if (attribute.type() instanceof ReferenceType && names(Objects.requireNonNull(types.target(attribute))).anyMatch(word::equals)) {
            return target.guess(TARGET, Guess.Reason.TARGET);
        }
        return similar(word, target);
    }

    private @Nullable Guess part(String word, ImportableAttributes.Attributed target, ValuePart part) {
        if (parts.isCalledInFull(word, target.attribute(), part)) {
            return target.guess(target.own() ? LABEL : SYNONYM, Guess.Reason.LABEL);
        }
        return parts.isCalled(word, target.attribute(), part) ? target.guess(PART, Guess.Reason.SYNONYM) : null;
    }

    private @Nullable Guess similar(String word, ImportableAttributes.Attributed target) {
        double likeness = Stream.concat(Stream.of(Words.header(target.attribute().name())), labels(target.attribute()))
                .mapToDouble(label -> Likeness.of(word, label))
                .max()
                .orElse(0);
        return likeness < LEAST_LIKENESS ? null : target.guess(0.8 * likeness, Guess.Reason.SIMILAR);
    }

    private Stream<String> labels(Attribute<?> attribute) {
        return Languages.all().stream().map(language -> Words.header(messages.label(language, attribute)));
    }

    /** Words apart from the label stand under {@code <attribute>.also} in the message files. */
    private List<String> synonyms(Attribute<?> attribute) {
        return Languages.all().stream()
                .flatMap(language -> Stream.of(
                        messages.find(language, attribute.labelKey() + ".also"),
                        messages.find(language, "record." + attribute.name() + ".also")))
                .filter(Objects::nonNull)
                .flatMap(words -> Arrays.stream(words.split("[,，、]")))
                .map(Words::header)
                .toList();
    }

    private Stream<String> names(ObjectType type) {
        return Stream.concat(
                Stream.of(type.name(), type.path()).map(Words::header),
                Languages.all().stream().map(language -> Words.header(messages.label(language, type))));
    }
}
