package io.keyuan.engine.timeline;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.query.Titles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Titles of whatever an answer names: collected first, then read with one query for each object. */
final class Names {

    private final Map<ObjectType, Set<UUID>> wanted = new HashMap<>();
    private final Map<UUID, String> titles = new HashMap<>();

    void want(@Nullable ObjectType type, @Nullable UUID id) {
        if (type != null && id != null) {
            wanted.computeIfAbsent(type, any -> new HashSet<>()).add(id);
        }
    }

    void read(Titles from) {
        wanted.forEach((type, ids) -> titles.putAll(from.of(type, ids)));
    }

    /** Without a title where the reader may not see the record. */
    Map<String, Object> reference(UUID id) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("id", id.toString());
        String title = titles.get(id);
        if (title != null) {
            reference.put("title", title);
        }
        return reference;
    }

    /** Of which object as well, so that it can be gone to. */
    Map<String, Object> record(ObjectType type, UUID id) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("object", type.path());
        record.putAll(reference(id));
        return record;
    }

    @Nullable String title(UUID id) {
        return titles.get(id);
    }
}
