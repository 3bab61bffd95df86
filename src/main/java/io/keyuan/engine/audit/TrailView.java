package io.keyuan.engine.audit;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of the trail as answers show them, as far as the reader may know the values in them. */
@Component
class TrailView {


    private final ObjectTypes types;
    private final Access access;
    private final TrailWords words;

    TrailView(ObjectTypes types, Access access, TrailWords words) {
        this.types = types;
        this.access = access;
        this.words = words;
    }

    Map<String, @Nullable Object> of(Kept row, TrailNames names) {
        Locale language = Caller.current().locale();
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", row.id().toString());
        item.put("at", row.at().toString());
        item.put("source", row.change() ? "change" : "event");
        item.put("kind", row.kind());
        item.put("label", words.kind(language, row.kind()));
        item.put("by", person(row.actor(), names));
        item.put("seenAs", row.seenAs() == null ? null : person(row.seenAs(), names));
        ObjectType type = row.object() == null ? null : types.byName(row.object());
        item.put("object", type == null ? null : type.path());
        item.put("record", row.record() == null ? null : reference(row.record(), names));
        item.put("records", row.records().stream().limit(TrailNames.NAMED).map(id -> reference(id, names)).toList());
        item.put("recordCount", row.record() == null ? row.records().size() : 1);
        item.put("changes", changes(row, type, names));
        item.put("details", details(language, row, names));
        item.put("address", row.address());
        item.put("request", row.request());
        item.put("token", row.token() == null ? null : row.token().toString());
        item.put("operation", row.operation() == null ? null : row.operation().toString());
        return item;
    }

    Map<String, Object> person(UUID id, TrailNames names) {
        Map<String, Object> person = reference(id, names);
        if (id.equals(Caller.NOBODY)) {
            person.put("title", words.nobody(Caller.current().locale()));
        }
        return person;
    }

    private static Map<String, Object> reference(UUID id, TrailNames names) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("id", id.toString());
        String title = names.title(id);
        if (title != null) {
            reference.put("title", title);
        }
        return reference;
    }

    private List<Map<String, @Nullable Object>> changes(Kept row, @Nullable ObjectType type, TrailNames names) {
        List<Map<String, @Nullable Object>> changes = new ArrayList<>();
        readable(row, type).forEach((name, values) -> {
            Map<String, @Nullable Object> change = new LinkedHashMap<>();
            change.put("attribute", name);
            boolean points = type != null && type.find(name) instanceof Attribute<?> attribute && attribute.type() instanceof ReferenceType;
            change.put("old", points ? titled(values.get(0), names) : values.get(0));
            change.put("new", points ? titled(values.get(1), names) : values.get(1));
            changes.add(change);
        });
        return changes;
    }

    /** Old and new value of each attribute that the reader may read. */
    Map<String, List<@Nullable Object>> readable(Kept row, @Nullable ObjectType type) {
        Map<String, List<@Nullable Object>> readable = new LinkedHashMap<>();
        for (Attribute<?> attribute : type == null ? List.<Attribute<?>>of() : type.attributes()) {
            if (row.after().containsKey(attribute.name()) && access.mayRead(attribute)) {
                List<@Nullable Object> both = new ArrayList<>();
                both.add(row.before().get(attribute.name()));
                both.add(row.after().get(attribute.name()));
                if (both.getFirst() != null || both.getLast() != null) {
                    Disclosures.note(attribute, row.record());
                }
                readable.put(attribute.name(), both);
            }
        }
        return readable;
    }

    private static @Nullable Object titled(@Nullable Object value, TrailNames names) {
        UUID id = value instanceof Map<?, ?> ? TrailNames.id(value) : null;
        return id == null ? value : reference(id, names);
    }

    private List<Map<String, String>> details(Locale language, Kept row, TrailNames names) {
        List<Map<String, String>> details = new ArrayList<>();
        words.details(language, row, names).forEach((name, text) -> {
            Map<String, String> detail = new LinkedHashMap<>();
            detail.put("name", name);
            detail.put("label", words.detail(language, name));
            detail.put("text", text);
            details.add(detail);
        });
        return details;
    }
}
