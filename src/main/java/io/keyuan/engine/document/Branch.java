package io.keyuan.engine.document;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Row;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What is read of some records, and of what they point to. */
final class Branch {

    private final ObjectType type;
    private final Set<Attribute<?>> wanted = new LinkedHashSet<>();
    private final Map<Attribute<?>, Branch> below = new LinkedHashMap<>();
    private final Map<UUID, Row> rows = new HashMap<>();

    Branch(ObjectType type) {
        this.type = type;
    }

    /** @param target says where a reference points */
    void want(List<Attribute<?>> steps, Function<Attribute<?>, ObjectType> target) {
        if (!steps.isEmpty()) {
            Attribute<?> first = steps.getFirst();
            wanted.add(first);
            if (steps.size() > 1) {
                below.computeIfAbsent(first, reference -> new Branch(target.apply(reference))).want(steps.subList(1, steps.size()), target);
            }
        }
    }

    ObjectType type() {
        return type;
    }

    Set<Attribute<?>> wanted() {
        return wanted;
    }

    Map<Attribute<?>, Branch> below() {
        return below;
    }

    /** Those that were read, and are there for the caller. */
    Map<UUID, Row> rows() {
        return rows;
    }
}
