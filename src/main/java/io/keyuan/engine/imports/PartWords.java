package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ValuePart;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people call parts of values, in whatever language: {@code part.address.city} in the message files, further words behind {@code .also}. */
@Component
class PartWords {

    private final Messages messages;

    PartWords(Messages messages) {
        this.messages = messages;
    }

    String label(Locale language, Attribute<?> attribute, ValuePart part) {
        return messages.text(language, key(attribute, part));
    }

    private static String key(Attribute<?> attribute, ValuePart part) {
        return "part." + attribute.type().code() + "." + part.name();
    }

    /** Whether it is the part that is called so, without its attribute: 邮编. */
    boolean isCalled(String header, Attribute<?> attribute, ValuePart part) {
        return words(attribute, part).anyMatch(header::equals);
    }

    /** Whether it is the part of this attribute, and of no other, that is called so: 发货地址（省）. */
    boolean isCalledInFull(String header, Attribute<?> attribute, ValuePart part) {
        if (header.equals(Words.header(attribute.name() + part.name()))) {
            return true;
        }
        return Languages.all().stream()
                .map(language -> Words.header(messages.label(language, attribute)))
                .filter(header::startsWith)
                .anyMatch(label -> isCalled(header.substring(label.length()), attribute, part));
    }

    private Stream<String> words(Attribute<?> attribute, ValuePart part) {
        String key = key(attribute, part);
        return Languages.all().stream()
                .flatMap(language -> Stream.of(messages.find(language, key), messages.find(language, key + ".also")))
                .filter(Objects::nonNull)
                .flatMap(words -> Arrays.stream(words.split("[,，、]")))
                .map(Words::header);
    }
}
