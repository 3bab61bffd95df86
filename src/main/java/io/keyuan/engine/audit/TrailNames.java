package io.keyuan.engine.audit;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.query.Titles;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The titles of everything that rows of the trail name. */
final class TrailNames {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Of what was done to many at once, only the first are named. */
    static final int NAMED = 20;

    private final ObjectTypes types;
    private final Map<ObjectType, Set<UUID>> wanted = new HashMap<>();
    private final Set<UUID> mentioned = new HashSet<>();
    private final Map<UUID, String> titles = new HashMap<>();

    private TrailNames(ObjectTypes types) {
        this.types = types;
    }

    /** With a query for each object. */
    static TrailNames of(Collection<Kept> rows, ObjectTypes types, Titles from) {
        var names = new TrailNames(types);
        rows.forEach(names::want);
        names.wanted.forEach((type, ids) -> names.titles.putAll(from.of(type, ids)));
        return names;
    }

    /** Ids in details that belong to no person. */
    Set<UUID> unknown() {
        Set<UUID> unknown = new HashSet<>(mentioned);
        unknown.removeAll(titles.keySet());
        return unknown;
    }

    void know(Map<UUID, String> more) {
        titles.putAll(more);
    }

    private void want(Kept row) {
        want(types.people(), row.actor());
        want(types.people(), row.seenAs());
        ObjectType type = row.object() == null ? null : types.byName(row.object());
        want(type, row.record());
        row.records().stream().limit(NAMED).forEach(id -> want(type, id));
        if (type != null) {
            List.of(row.before(), row.after()).forEach(values -> values.forEach((name, value) -> want(target(type, name), id(value))));
        }
        row.details().values().stream()
                .flatMap(value -> value instanceof Collection<?> many ? many.stream() : Stream.ofNullable(value))
                .forEach(value -> mention(id(value)));
    }

    private void mention(@Nullable UUID id) {
        if (id != null) {
            mentioned.add(id);
            want(types.people(), id);
        }
    }

    private void want(@Nullable ObjectType type, @Nullable UUID id) {
        if (type != null && id != null) {
            wanted.computeIfAbsent(type, any -> new HashSet<>()).add(id);
        }
    }

    private @Nullable ObjectType target(ObjectType type, String name) {
        Attribute<?> attribute = type.find(name);
        return attribute != null && attribute.type() instanceof ReferenceType ? types.target(attribute) : null;
    }

    /** @return null for what is neither an id nor a reference */
    static @Nullable UUID id(@Nullable Object value) {
        Object text = value instanceof Map<?, ?> reference ? reference.get("id") : value;
        return text instanceof String id && ID.matcher(id).matches() ? UUID.fromString(id) : null;
    }

    @Nullable String title(UUID id) {
        return titles.get(id);
    }
}
