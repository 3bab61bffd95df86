package io.keyuan.engine.audit;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what the trail keeps as people say it. */
@Component
class TrailWords {

    private static final String KIND = "audit.";
    private static final String DETAIL = "trail.detail.";
    private static final String VALUE = "trail.value.";
    private static final Pattern CODE = Pattern.compile("[a-z-]{1,40}");

    private final Messages messages;
    private final ObjectTypes types;

    TrailWords(Messages messages, ObjectTypes types) {
        this.messages = messages;
        this.types = types;
    }

    /** Every kind there are words for, with them. */
    Map<String, String> kinds(Locale language) {
        Map<String, String> kinds = new LinkedHashMap<>();
        messages.keys(KIND).forEach(key -> kinds.put(key.substring(KIND.length()), messages.text(language, key)));
        return kinds;
    }

    String kind(Locale language, String kind) {
        String words = messages.find(language, KIND + kind);
        return words == null ? kind.replace('-', ' ') : words;
    }

    /** Whoever acts where nobody is signed in. */
    String nobody(Locale language) {
        return messages.text(language, "trail.nobody");
    }

    /** The name of a detail: what is said of it, else its words. */
    String detail(Locale language, String name) {
        String words = messages.find(language, DETAIL + name);
        return words == null ? name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT) : words;
    }

    String value(Locale language, Kept row, String name, @Nullable Object value, TrailNames names) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> messages.text(language, yes ? "trail.yes" : "trail.no");
            case Collection<?> many -> many.stream()
                    .map(each -> value(language, row, name, each, names))
                    .collect(Collectors.joining(Languages.ENGLISH.equals(language) ? ", " : "、"));
            case Map<?, ?> some -> some.entrySet().stream()
                    .map(each -> each.getKey() + " " + value(language, row, name, each.getValue(), names))
                    .collect(Collectors.joining("; "));
            default -> text(language, row, name, value.toString(), names);
        };
    }

    private String text(Locale language, Kept row, String name, String text, TrailNames names) {
        UUID id = TrailNames.id(text);
        String title = id == null ? null : names.title(id);
        if (title != null) {
            return title;
        }
        ObjectType object = row.object() == null ? null : types.byName(row.object());
        Attribute<?> attribute = name.equals("attributes") && object != null ? object.find(text) : null;
        return attribute == null ? named(language, name, text) : messages.label(language, attribute);
    }

    /** Objects and kinds are named by code in details. */
    private String named(Locale language, String name, String text) {
        ObjectType object = name.equals("object") ? types.byName(text) : null;
        String words = CODE.matcher(text).matches() ? messages.find(language, VALUE + text) : null;
        return object != null ? messages.label(language, object) : name.equals("kind") ? kind(language, text) : words == null ? text : words;
    }

    /** What happened to the values of a record, or the details of an event, on one line. */
    String line(Locale language, Kept row, TrailNames names, Map<String, List<@Nullable Object>> changes) {
        if (row.change()) {
            return changes.entrySet().stream()
                    .map(each -> label(language, row, each.getKey()) + ": " + plain(each.getValue().get(0), names) + " → " + plain(each.getValue().get(1), names))
                    .collect(Collectors.joining("; "));
        }
        return row.details().entrySet().stream()
                .map(each -> detail(language, each.getKey()) + ": " + value(language, row, each.getKey(), each.getValue(), names))
                .collect(Collectors.joining("; "));
    }

    private String label(Locale language, Kept row, String name) {
        ObjectType object = row.object() == null ? null : types.byName(row.object());
        Attribute<?> attribute = object == null ? null : object.find(name);
        return attribute == null ? name : messages.label(language, attribute);
    }

    private static String plain(@Nullable Object value, TrailNames names) {
        UUID id = TrailNames.id(value);
        String title = id == null ? null : names.title(id);
        return value == null ? "–" : title == null ? String.valueOf(value) : title;
    }

    String object(Locale language, String name) {
        ObjectType type = types.byName(name);
        return type == null ? name : messages.label(language, type);
    }
}
