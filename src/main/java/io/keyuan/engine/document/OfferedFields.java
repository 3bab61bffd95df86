package io.keyuan.engine.document;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.TenantProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What whoever writes a template may ask for, by what it is about, with what a record says there. */
@Component
public class OfferedFields {

    private static final int MOST_EXAMPLE = 80;

    private final MergeFields fields;
    private final FieldValues values;
    private final ObjectTypes types;
    private final Messages messages;

    OfferedFields(MergeFields fields, FieldValues values, ObjectTypes types, Messages messages) {
        this.fields = fields;
        this.values = values;
        this.types = types;
        this.messages = messages;
    }

    /**
     * Fields under one heading.
     *
     * @param lines the path of the lines within whose section they stand; null for all other
     */
    public record Group(String label, @Nullable String lines, List<Offer> fields) {}

    /** @param example what the record says; null where there is none, or it says nothing */
    public record Offer(String path, String label, @Nullable String example) {}

    /** @param record by whose values examples are given; null for none */
    public List<Group> of(ObjectType type, @Nullable UUID record) {
        Locale language = Caller.current().locale();
        List<Group> groups = new ArrayList<>();
        type.sections().forEach(section -> groups.add(group(
                messages.label(language, type, section), "", seen(type, section.attributes()))));
        groups.add(group(messages.text(language, "document.fields.record"), "", rest(type)));
        references(type).forEach(reference -> groups.add(group(
                messages.label(language, reference), reference.name() + ".", own(fields.target(reference)))));
        fields.seen(type).filter(MergeFields::isLines).forEach(lines -> groups.add(new Group(
                messages.label(language, lines), lines.name(), ofLines(fields.target(lines)))));
        groups.add(general(language));
        groups.removeIf(group -> group.fields().isEmpty());
        return record == null ? groups : exemplified(type, record, groups);
    }

    private Stream<Attribute<?>> references(ObjectType type) {
        return fields.seen(type).filter(attribute -> attribute.type() instanceof ReferenceType && !attribute.isSystem());
    }

    private List<Attribute<?>> seen(ObjectType type, List<Attribute<?>> some) {
        return fields.seen(type).filter(some::contains).filter(attribute -> !MergeFields.isLines(attribute)).toList();
    }

    /** What stands in no section. */
    private List<Attribute<?>> rest(ObjectType type) {
        return own(type).stream()
                .filter(attribute -> type.sections().stream().noneMatch(section -> section.attributes().contains(attribute)))
                .toList();
    }

    private List<Attribute<?>> own(ObjectType type) {
        return fields.seen(type)
                .filter(attribute -> !MergeFields.isLines(attribute) && !attribute.equals(type.id) && !attribute.equals(type.version))
                .toList();
    }

    private Group group(String label, String before, List<Attribute<?>> attributes) {
        Locale language = Caller.current().locale();
        return new Group(label, null, attributes.stream()
                .map(attribute -> new Offer(before + attribute.name(), messages.label(language, attribute), null)).toList());
    }

    private List<Offer> ofLines(ObjectType child) {
        Locale language = Caller.current().locale();
        List<Offer> offers = new ArrayList<>(List.of(new Offer("index", messages.text(language, "document.fields.index"), null)));
        own(child).stream()
                .filter(attribute -> !attribute.isSystem() && !attribute.equals(child.parent()))
                .forEach(attribute -> offers.add(new Offer(attribute.name(), messages.label(language, attribute), null)));
        return offers;
    }

    private Group general(Locale language) {
        List<Offer> offers = new ArrayList<>(List.of(new Offer("today", messages.text(language, "document.fields.today"), null)));
        Stream.concat(Stream.of("name"), TenantProfile.LETTERHEAD.stream())
                .forEach(name -> offers.add(new Offer("company." + name, messages.text(language, "document.fields.company." + name), null)));
        own(types.people()).stream()
                .filter(attribute -> !attribute.isSystem())
                .forEach(attribute -> offers.add(new Offer(
                        "me." + attribute.name(), messages.text(language, "document.fields.me", messages.label(language, attribute)), null)));
        return new Group(messages.text(language, "document.fields.general"), null, offers);
    }

    private List<Group> exemplified(ObjectType type, UUID record, List<Group> groups) {
        List<Asked> asked = new ArrayList<>();
        for (Group group : groups) {
            Attribute<?> lines = group.lines() == null ? null : type.find(group.lines());
            if (lines != null) {
                asked.add(asked(type, null, lines.name()));
            }
            group.fields().forEach(offer -> asked.add(asked(type, lines, offer.path())));
        }
        Filled filled = values.of(type, List.of(record), asked, Caller.current().locale()).get(record);
        return filled == null ? groups : groups.stream().map(group -> exemplified(group, filled.values())).toList();
    }

    private Asked asked(ObjectType type, @Nullable Attribute<?> lines, String path) {
        var place = new AskedFor.Place(new Tag(Tag.Kind.VALUE, path, ""), path, "", 0, "", "");
        return new Asked(place, fields.find(type, lines, path), lines);
    }

    private static Group exemplified(Group group, Map<String, Object> values) {
        Object lines = group.lines() == null ? null : values.get(group.lines());
        Map<?, ?> said = lines instanceof List<?> some ? some.isEmpty() ? Map.of() : (Map<?, ?>) Objects.requireNonNull(some.getFirst()) : new LinkedHashMap<>(values);
        return new Group(group.label(), group.lines(), group.fields().stream()
                .map(offer -> new Offer(offer.path(), offer.label(), shortened(said.get(offer.path())))).toList());
    }

    private static @Nullable String shortened(@Nullable Object said) {
        String text = said instanceof String words ? words.strip() : "";
        return text.isEmpty() ? null : text.codePointCount(0, text.length()) <= MOST_EXAMPLE ? text : text.substring(0, text.offsetByCodePoints(0, MOST_EXAMPLE)) + "…";
    }
}
