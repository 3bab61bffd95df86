package io.keyuan.engine.assign;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Ref;
import io.keyuan.engine.ReferenceType;
import java.util.List;

/**
 * Records of another object that hang on a record: they point to it, and belong to people themselves.
 *
 * @param ways the attributes by which they do, the first that leads to the record counts
 */
record Hanging(ObjectType type, List<Attribute<Ref>> ways) {

    /** What can hang on records of an object. What rules alone connect, and records of the same object, do not move with it. */
    static List<Hanging> on(ObjectTypes types, ObjectType host) {
        return types.all().stream()
                .filter(type -> type.can(Capability.OWNED) && !type.equals(host))
                .map(type -> new Hanging(type, ways(types, type, host)))
                .filter(hanging -> !hanging.ways().isEmpty())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Attribute<Ref>> ways(ObjectTypes types, ObjectType from, ObjectType host) {
        return from.attributes().stream()
                .filter(attribute -> attribute.type() instanceof ReferenceType && attribute.isWritable() && host.equals(types.target(attribute)))
                .map(attribute -> (Attribute<Ref>) attribute)
                .toList();
    }
}
