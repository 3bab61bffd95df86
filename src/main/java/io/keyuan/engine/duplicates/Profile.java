package io.keyuan.engine.duplicates;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Sameness;
import io.keyuan.engine.TextType;
import io.keyuan.engine.text.Folding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of a record, in the forms in which it is compared. What the record does not say is left out.
 *
 * @param organisation its name, where it is that of an organisation; null where it is a person's
 * @param person its name, where it is a person's; null where it is an organisation's
 * @param phones numbers by attribute that hardly two have
 * @param mailboxes the same for addresses
 * @param codes the same for any other text
 * @param registered in a register; empty where it is not
 * @param shared numbers that several have together
 * @param within what namesakes are told apart by
 * @param near the same, where it says little
 */
record Profile(
        @Nullable OrganisationName organisation, @Nullable PersonName person,
        Map<Attribute<?>, Phone> phones, Map<Attribute<?>, Mailbox> mailboxes, Map<Attribute<?>, String> codes,
        String registered, @Nullable Attribute<?> register,
        Map<Attribute<?>, Phone> shared, Map<Attribute<?>, Surrounding> within, Map<Attribute<?>, Surrounding> near) {

    private static final Pattern SILENT = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** @param values what the record has of an attribute; null for what is not to be compared */
    static Profile of(Sameness sameness, Function<Attribute<?>, @Nullable Object> values) {
        String name = values.apply(sameness.name()) instanceof String text ? text : "";
        boolean person = isPerson(sameness, values);
        Map<Attribute<?>, Phone> phones = new LinkedHashMap<>();
        Map<Attribute<?>, Mailbox> mailboxes = new LinkedHashMap<>();
        Map<Attribute<?>, String> codes = new LinkedHashMap<>();
        sameness.exact().forEach(attribute -> exact(attribute, values, phones, mailboxes, codes));
        Map<Attribute<?>, Phone> shared = new LinkedHashMap<>();
        sameness.shared().forEach(attribute -> exact(attribute, values, shared, mailboxes, codes));
        String registered = sameness.registered() != null && values.apply(sameness.registered()) instanceof String code ? code : "";
        return new Profile(
                person ? null : OrganisationName.of(name), person ? PersonName.of(name) : null, phones, mailboxes, codes,
                registered, sameness.registered(), shared,
                surroundings(sameness.within(), values), surroundings(sameness.near(), values));
    }

    private static boolean isPerson(Sameness sameness, Function<Attribute<?>, @Nullable Object> values) {
        Attribute<Choice> kind = sameness.kind();
        if (kind == null || sameness.named() == Sameness.Named.PERSON) {
            return sameness.named() == Sameness.Named.PERSON;
        }
        return values.apply(kind) instanceof Choice choice && (choice.meaning() != null
                ? choice.meaning() == sameness.person()
                : choice.code().equalsIgnoreCase(String.valueOf(sameness.person())));
    }

    private static void exact(
            Attribute<String> attribute, Function<Attribute<?>, @Nullable Object> values,
            Map<Attribute<?>, Phone> phones, Map<Attribute<?>, Mailbox> mailboxes, Map<Attribute<?>, String> codes) {
        if (!(values.apply(attribute) instanceof String text)) {
            return;
        }
        switch (((TextType) (Object) attribute.type()).form()) {
            case PHONE -> put(phones, attribute, Phone.of(text));
            case EMAIL -> put(mailboxes, attribute, Mailbox.of(text));
            default -> put(codes, attribute, normal(text));
        }
    }

    private static <T> void put(Map<Attribute<?>, T> map, Attribute<?> attribute, @Nullable T value) {
        if (value != null) {
            map.put(attribute, value);
        }
    }

    private static Map<Attribute<?>, Surrounding> surroundings(List<? extends Attribute<?>> attributes, Function<Attribute<?>, @Nullable Object> values) {
        Map<Attribute<?>, Surrounding> found = new LinkedHashMap<>();
        for (Attribute<?> attribute : attributes) {
            Object value = values.apply(attribute);
            String normal = switch (value) {
                case null -> "";
                case Ref ref -> ref.id() == null ? "" : ref.requireId().toString();
                case String text -> normal(text);
                default -> value.toString();
            };
            if (!normal.isEmpty()) {
                found.put(attribute, new Surrounding(normal, value instanceof String text ? OrganisationName.of(text) : null, value instanceof Ref));
            }
        }
        return found;
    }

    static String normal(String text) {
        return SILENT.matcher(Folding.fold(text)).replaceAll("");
    }

    boolean isEmpty() {
        return organisation != null ? organisation.isEmpty() : person == null || person.isEmpty();
    }

    /**
     * What stands around a name.
     *
     * @param normal its value as it is compared
     * @param text as the name of an organisation or a place; null where it is no text
     * @param reference whether it is a record
     */
    record Surrounding(String normal, @Nullable OrganisationName text, boolean reference) {

        private static final int LONG = 6;
        private static final int ALIKE = 80;

        boolean isSame(Surrounding other) {
            if (normal.equals(other.normal)) {
                return true;
            }
            if (text == null || other.text == null) {
                return false;
            }
            return isEnd(other) || other.isEnd(this) || text.likeness(other.text).value() >= ALIKE && !isHouse() && !other.isHouse();
        }

        /** An address without the town before it is the same address. */
        private boolean isEnd(Surrounding other) {
            return other.normal.length() >= LONG && normal.endsWith(other.normal)
                    && !Character.isDigit(normal.charAt(Math.max(0, normal.length() - other.normal.length() - 1)));
        }

        private boolean isHouse() {
            return normal.codePoints().anyMatch(Character::isDigit);
        }
    }
}
