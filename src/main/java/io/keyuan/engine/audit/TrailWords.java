package io.keyuan.engine.audit;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AuditWords;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private static final Set<String> NAMING_ATTRIBUTES = Set.of("attributes", "grouped");
    private static final Pattern CODE = Pattern.compile("[a-z-]{1,40}");

    private final Messages messages;
    private final ObjectTypes types;
    private final List<AuditWords> modules;

    TrailWords(Messages messages, ObjectTypes types, List<AuditWords> modules) {
        this.messages = messages;
        this.types = types;
        this.modules = List.copyOf(modules);
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

    /** Details by name, in words; one that another says too is left out. */
    Map<String, String> details(Locale language, Kept row, TrailNames names) {
        Map<String, String> details = new LinkedHashMap<>();
        row.details().forEach((name, value) -> {
            String own = own(language, row, name);
            if (own == null) {
                details.put(name, value(language, row, name, value, names));
            } else if (!own.isEmpty()) {
                details.put(name, own);
            }
        });
        return details;
    }

    private @Nullable String own(Locale language, Kept row, String name) {
        for (AuditWords module : modules) {
            String words = module.detail(row.kind(), name, row.details(), language);
            if (words != null) {
                return words;
            }
        }
        return null;
    }

    private String value(Locale language, Kept row, String name, @Nullable Object value, TrailNames names) {
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
        Attribute<?> attribute = NAMING_ATTRIBUTES.contains(name) && object != null ? object.find(text) : null;
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
        return details(language, row, names).entrySet().stream()
                .map(each -> detail(language, each.getKey()) + ": " + each.getValue())
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
