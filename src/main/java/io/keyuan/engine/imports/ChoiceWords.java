package io.keyuan.engine.imports;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.EditableChoiceLists;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.Right;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds choices by what people write for them: the code, or the label in any language. */
@Component
class ChoiceWords {

    private final EditableChoiceLists lists;
    private final Messages messages;
    private final Access access;
    private final TransactionTemplate apart;

    ChoiceWords(EditableChoiceLists lists, Messages messages, Access access, PlatformTransactionManager transactions) {
        this.lists = lists;
        this.access = access;
        this.messages = messages;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Choices are everybody's. */
    boolean mayAdd(Attribute<?> attribute) {
        return access.may(Right.CONFIGURE, attribute.object());
    }

    /** The words of one attribute, made anew only when its choices have changed. */
    final class OfAttribute {

        private final Attribute<?> attribute;
        private volatile Known known = new Known(ChoiceList.EMPTY, Map.of());

        private OfAttribute(Attribute<?> attribute) {
            this.attribute = attribute;
        }

        /** @return the code, null where there is no such choice */
        @Nullable String code(String text) {
            ChoiceList list = lists.of(attribute);
            Known words = known;
            if (words.list() != list) {
                words = new Known(list, words(attribute, list));
                known = words;
            }
            String exact = words.codes().get(text);
            return exact == null ? words.codes().get(Words.alike(text)) : exact;
        }

        /** What may be meant: each choice that can be taken, by its code, as people of a language call it. */
        Map<String, String> labels(java.util.Locale language) {
            Map<String, String> labels = new java.util.LinkedHashMap<>();
            lists.of(attribute).items().stream()
                    .filter(ChoiceList.Item::active)
                    .forEach(item -> labels.put(item.code(), messages.label(language, attribute, item)));
            return labels;
        }

        /** Offers a new choice, for good: in a transaction of its own, so that everybody who looks next finds it. */
        String add(String label) {
            Choice choice = apart.execute(status -> lists.add(attribute, label));
            return java.util.Objects.requireNonNull(choice).code();
        }

        /** Some choice, to stand for one that would be made; null where there is none. */
        @Nullable String any() {
            return lists.of(attribute).items().stream()
                    .filter(ChoiceList.Item::active)
                    .map(ChoiceList.Item::code)
                    .findFirst()
                    .orElse(null);
        }
    }

    private record Known(ChoiceList list, Map<String, String> codes) {}

    OfAttribute of(Attribute<?> attribute) {
        return new OfAttribute(attribute);
    }

    /** A code is never hidden by another choice's label. */
    private Map<String, String> words(Attribute<?> attribute, ChoiceList list) {
        Map<String, String> codes = new HashMap<>();
        list.items().forEach(item -> codes.put(item.code(), item.code()));
        list.items().forEach(item -> codes.putIfAbsent(Words.alike(item.code()), item.code()));
        list.items().forEach(item -> Languages.all().forEach(language -> {
            String label = messages.label(language, attribute, item);
            codes.putIfAbsent(label, item.code());
            codes.putIfAbsent(Words.alike(label), item.code());
        }));
        return codes;
    }
}
