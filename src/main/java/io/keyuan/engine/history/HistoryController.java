package io.keyuan.engine.history;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.query.Titles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The story of a record, in the values of its attributes. */
@RestController
class HistoryController {

    private static final Map<String, String> WORDS =
            Map.of("create", "created", "update", "updated", "delete", "deleted", "restore", "restored");

    private final ObjectTypes types;
    private final Access access;
    private final History history;
    private final Titles titles;

    HistoryController(ObjectTypes types, Access access, History history, Titles titles) {
        this.types = types;
        this.access = access;
        this.history = history;
        this.titles = titles;
    }

    @GetMapping("/api/v1/{object}/{id}/history")
    Map<String, @Nullable Object> history(
            @PathVariable String object, @PathVariable UUID id, @RequestParam(required = false) @Nullable String page) {
        ObjectType type = types.byPath(object);
        if (type == null) {
            throw Problem.notFound();
        }
        History.Entries entries = history.of(type, id, page);
        Known known = known(type, entries.entries());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("items", entries.entries().stream().map(entry -> item(type, entry, known)).toList());
        body.put("next", entries.next());
        return body;
    }

    /** Titles of everything the entries point to, with one query for each object. */
    private Known known(ObjectType type, List<History.Entry> entries) {
        Map<ObjectType, Set<UUID>> wanted = new HashMap<>();
        entries.forEach(entry -> {
            wanted.computeIfAbsent(types.people(), any -> new HashSet<>()).add(entry.actor());
            Stream.of(entry.before(), entry.after()).forEach(values -> values.forEach((name, value) -> {
                ObjectType target = target(type, name);
                UUID id = id(value);
                if (target != null && id != null) {
                    wanted.computeIfAbsent(target, any -> new HashSet<>()).add(id);
                }
            }));
        });
        Map<UUID, String> known = new HashMap<>();
        wanted.forEach((target, ids) -> known.putAll(titles.of(target, ids)));
        return new Known(known);
    }

    private @Nullable ObjectType target(ObjectType type, String name) {
        Attribute<?> attribute = type.find(name);
        return attribute != null && attribute.type() instanceof ReferenceType ? types.target(attribute) : null;
    }

    private static @Nullable UUID id(@Nullable Object value) {
        return value instanceof Map<?, ?> map && map.get("id") instanceof String id ? UUID.fromString(id) : null;
    }

    private Map<String, @Nullable Object> item(ObjectType type, History.Entry entry, Known known) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", entry.id().toString());
        item.put("at", entry.at().toString());
        item.put("by", known.reference(entry.actor()));
        item.put("action", Objects.requireNonNull(WORDS.get(entry.action())));
        item.put("operation", entry.operation() == null ? null : entry.operation().toString());
        item.put("changes", changes(type, entry, known));
        return item;
    }

    private List<Map<String, @Nullable Object>> changes(ObjectType type, History.Entry entry, Known known) {
        List<Map<String, @Nullable Object>> changes = new ArrayList<>();
        for (Attribute<?> attribute : type.attributes()) {
            if (entry.after().containsKey(attribute.name()) && access.mayRead(attribute)) {
                Map<String, @Nullable Object> change = new LinkedHashMap<>();
                change.put("attribute", attribute.name());
                change.put("old", known.titled(entry.before().get(attribute.name())));
                change.put("new", known.titled(entry.after().get(attribute.name())));
                changes.add(change);
            }
        }
        return changes;
    }

    /** Titles by id. */
    private record Known(Map<UUID, String> titles) {

        Map<String, Object> reference(UUID id) {
            Map<String, Object> reference = new LinkedHashMap<>();
            reference.put("id", id.toString());
            if (titles.containsKey(id)) {
                reference.put("title", Objects.requireNonNull(titles.get(id)));
            }
            return reference;
        }

        @Nullable Object titled(@Nullable Object value) {
            UUID id = id(value);
            return id == null ? value : reference(id);
        }
    }
}
