package io.keyuan.engine.calculation;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which records have another value of which attributes than what follows from them was worked out with. */
final class Dirty {

    private final Map<Attribute<?>, Set<UUID>> changed = new HashMap<>();
    /** Records that came or went, with everything they have. */
    private final Map<ObjectType, Set<UUID>> whole = new HashMap<>();

    /** Records that are new: nothing points to them yet. */
    private final Map<ObjectType, Set<UUID>> made = new HashMap<>();

    void changed(Attribute<?> attribute, Collection<UUID> records) {
        if (!records.isEmpty()) {
            changed.computeIfAbsent(attribute, any -> new HashSet<>()).addAll(records);
        }
    }

    void whole(ObjectType type, UUID record) {
        whole.computeIfAbsent(type, any -> new HashSet<>()).add(record);
    }

    void made(ObjectType type, UUID record) {
        whole(type, record);
        made.computeIfAbsent(type, any -> new HashSet<>()).add(record);
    }

    Set<UUID> made(ObjectType type) {
        return made.getOrDefault(type, Set.of());
    }

    Set<UUID> whole(ObjectType type) {
        return whole.getOrDefault(type, Set.of());
    }

    /** Those that came or went too. */
    Set<UUID> of(Attribute<?> attribute) {
        Set<UUID> records = new HashSet<>(changed.getOrDefault(attribute, Set.of()));
        records.addAll(whole(attribute.object()));
        return records;
    }

    /** Those of them that others may point to. */
    Set<UUID> pointedTo(Attribute<?> attribute) {
        Set<UUID> records = of(attribute);
        records.removeAll(made(attribute.object()));
        return records;
    }
}
