package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.number;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.optional;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.DecimalType;
import io.keyuan.engine.Messages;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.TextType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schemas of an object's records: as read, as created, as changed, as a page, and as rows of another record. */
final class RecordSchemas {

    private final ObjectTypes types;
    private final Messages messages;
    private final Locale language;
    private final Function<Attribute<?>, List<ChoiceList.Item>> choices;
    private final Predicate<Attribute<?>> hidden;

    RecordSchemas(
            ObjectTypes types, Messages messages, Locale language, Function<Attribute<?>, List<ChoiceList.Item>> choices,
            Predicate<Attribute<?>> hidden) {
        this.types = types;
        this.messages = messages;
        this.language = language;
        this.choices = choices;
        this.hidden = hidden;
    }

    static String name(ObjectType type) {
        return Character.toUpperCase(type.name().charAt(0)) + type.name().substring(1);
    }

    /** What stands beside records of any object. */
    static Map<String, Object> shared() {
        return object(
                "RelatedRecords", members(
                        "object", text(), "attribute", object("type", "string", "description", "By which they point to the record."),
                        "items", list(object("type", "object", "additionalProperties", true)), "more", yesNo(), "count", schema("Count")),
                "OpenRecords", members(
                        "object", text(), "attribute", object("type", "string", "description", "By which they point to the record."),
                        "due", object("type", "string", "description", "The attribute that says by when they shall have ended."),
                        "worth", orNull(object("type", "string", "description", "The attribute that is added up.")),
                        "figures", object("type", "object", "description", "`count`, and the sum of `worth`, as of a group of records.", "additionalProperties", true),
                        "items", list(object("type", "object", "additionalProperties", true))),
                "Quality", members(
                        "count", number(), "completeness", orNull(text()), "good", number(), "poor", number(), "stale", number(), "staleAfter", number(),
                        "missing", list(members("attribute", text(), "count", number())), "restricted", yesNo()),
                "Overview", optional(
                        "record", object("type", "object", "additionalProperties", true), "related", list(schema("RelatedRecords")),
                        "open", list(schema("OpenRecords")), "advice", list(schema("Advice")), "timeline", schema("TimelinePage"), "rights", members("edit", yesNo(), "delete", yesNo(), "assign", yesNo()),
                        "followers", schema("Followers"), "shares", schema("Shares"), "owners", schema("OwnersInTime"), "files", schema("FilePage")));
    }

    Map<String, Object> of(ObjectType type) {
        String name = name(type);
        Map<String, Object> schemas = object(
                name, record(type),
                name + "Create", created(type),
                name + "Patch", given(writable(type)),
                name + "Page", page(name));
        if (type.parent() != null) {
            schemas.put(name + "Row", row(type));
        }
        return schemas;
    }

    private Map<String, Object> record(ObjectType type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        shown(type).forEach(attribute -> properties.put(attribute.name(), read(attribute)));
        return object(
                "type", "object",
                "title", messages.label(language, type),
                "description", "An attribute without a value is absent, as is one the reader may not see.",
                "required", List.of("id", "version"),
                "properties", properties);
    }

    private Map<String, Object> created(ObjectType type) {
        Map<String, Object> schema = given(writable(type));
        List<String> required = writable(type).stream()
                .filter(attribute -> attribute.isRequired() && attribute.initial() == null)
                .map(Attribute::name)
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    /** A row within its record: without the reference to it, with an id where it is there already. */
    private Map<String, Object> row(ObjectType type) {
        return given(Stream.concat(Stream.of(type.id), writable(type).stream())
                .filter(attribute -> !attribute.equals(type.parent()))
                .toList());
    }

    private List<Attribute<?>> writable(ObjectType type) {
        return shown(type).filter(Attribute::isWritable).toList();
    }

    private Stream<Attribute<?>> shown(ObjectType type) {
        return type.attributes().stream().filter(hidden.negate());
    }

    private Map<String, Object> given(List<? extends Attribute<?>> attributes) {
        Map<String, Object> properties = new LinkedHashMap<>();
        attributes.forEach(attribute -> properties.put(attribute.name(), given(attribute)));
        return object("type", "object", "additionalProperties", false, "properties", properties);
    }

    private static Map<String, Object> page(String name) {
        Map<String, Object> page = object("type", "object", "required", List.of("items", "next"));
        page.put("properties", object("items", list(schema(name)), "next", orNull(text()), "count", schema("Count"), "readOnly", list(text("uuid"))));
        return page;
    }

    private Map<String, Object> read(Attribute<?> attribute) {
        Map<String, Object> schema = value(attribute, "", "");
        schema.put("title", messages.label(language, attribute));
        if (!attribute.isWritable()) {
            schema.put("readOnly", true);
        }
        return schema;
    }

    /** Whatever is not required may be emptied. */
    private Map<String, Object> given(Attribute<?> attribute) {
        if (attribute.type() instanceof MultiChoiceType) {
            return changed(attribute);
        }
        Map<String, Object> schema = value(attribute, "Input", "Row");
        return attribute.isRequired() ? schema : orNull(schema);
    }

    /** All there shall be, or which come and go. */
    private Map<String, Object> changed(Attribute<?> attribute) {
        Map<String, Object> some = list(choice(attribute));
        Map<String, Object> change = object("type", "object", "additionalProperties", false, "properties", object("add", some, "remove", some));
        Map<String, Object> either = object("anyOf", List.of(some, change));
        return attribute.isRequired() ? either : orNull(either);
    }

    private Map<String, Object> value(Attribute<?> attribute, String input, String rows) {
        return switch (attribute.type().code()) {
            case "text", "phone", "email", "url" -> words(attribute);
            case "number" -> limited(attribute, object("type", "integer", "format", "int64"));
            case "decimal", "percent" -> SharedParts.decimal(((DecimalType) attribute.type()).scale());
            case "money" -> schema("Money");
            case "date" -> text("date");
            case "time" -> text("date-time");
            case "boolean" -> Json.yesNo();
            case "choice" -> choice(attribute);
            case "choices" -> list(choice(attribute));
            case "address" -> input.isEmpty() ? schema("Address") : address();
            case "reference" -> schema("Reference" + input);
            case "file" -> input.isEmpty() ? schema("AttachedFile") : FilePaths.given();
            case "lines" -> list(schema(name(Objects.requireNonNull(types.target(attribute))) + rows));
            case "id" -> text("uuid");
            default -> throw new IllegalStateException("no schema for " + attribute.type().code());
        };
    }

    private static Map<String, Object> address() {
        return object("anyOf", List.of(
                schema("Address"), object("type", "string", "description", "A line, of which the divisions of China are recognised at its beginning.")));
    }

    private static Map<String, Object> words(Attribute<?> attribute) {
        Map<String, Object> schema = object("type", "string", "maxLength", ((TextType) attribute.type()).maxLength());
        switch (((TextType) attribute.type()).form()) {
            case EMAIL -> schema.put("format", "email");
            case URL -> schema.put("format", "uri");
            case LINE, LINES, PHONE -> {}
        }
        return schema;
    }

    private static Map<String, Object> limited(Attribute<?> attribute, Map<String, Object> schema) {
        if (attribute.min() != null) {
            schema.put("minimum", attribute.min());
        }
        if (attribute.max() != null) {
            schema.put("maximum", attribute.max());
        }
        return schema;
    }

    private Map<String, Object> choice(Attribute<?> attribute) {
        List<ChoiceList.Item> items = choices.apply(attribute);
        if (items.isEmpty()) {
            return text();
        }
        String labels = items.stream()
                .map(item -> "`" + item.code() + "` " + messages.label(language, attribute, item))
                .collect(Collectors.joining(", "));
        return object("type", "string", "enum", items.stream().map(ChoiceList.Item::code).toList(), "description", labels);
    }
}
