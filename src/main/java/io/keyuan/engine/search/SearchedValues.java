package io.keyuan.engine.search;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.Choices;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.address.Address;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Values as documents hold them: choices by what people call them, in every language, addresses as they are written. */
@Component
@NamedInterface("documents")
public final class SearchedValues {

    private final ChoiceLists lists;
    private final Messages messages;

    SearchedValues(ChoiceLists lists, Messages messages) {
        this.lists = lists;
        this.messages = messages;
    }

    /** The words of an object's choices as they are now, for as many records as there are: documents are written by several threads. */
    public OfObject of(ObjectType type) {
        Map<Attribute<?>, Map<String, String>> words = new HashMap<>();
        for (Attribute<?> attribute : type.attributes()) {
            if (attribute.searched() != null && attribute.type().isOfChoices()) {
                words.put(attribute, words(attribute));
            }
        }
        return new OfObject(words);
    }

    private Map<String, String> words(Attribute<?> attribute) {
        return lists.of(attribute).items().stream()
                .collect(Collectors.toMap(ChoiceList.Item::code, item -> words(attribute, item)));
    }

    private String words(Attribute<?> attribute, ChoiceList.Item item) {
        return Languages.all().stream()
                .map(language -> messages.label(language, attribute, item))
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    /** @param words by attribute and code */
    @NamedInterface("documents")
    public record OfObject(Map<Attribute<?>, Map<String, String>> words) {

        public Function<Attribute<?>, @Nullable Object> of(Function<Attribute<?>, @Nullable Object> values) {
            return attribute -> worded(attribute, values.apply(attribute));
        }

        private @Nullable Object worded(Attribute<?> attribute, @Nullable Object value) {
            return switch (value) {
                case Address address -> address.line();
                case Choices several when words.get(attribute) instanceof Map<String, String> known ->
                    several.codes().stream().map(code -> known.getOrDefault(code, code)).collect(Collectors.joining("\n"));
                case null, default -> value;
            };
        }
    }
}
