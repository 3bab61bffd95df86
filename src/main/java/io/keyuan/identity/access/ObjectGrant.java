package io.keyuan.identity.access;

import io.keyuan.engine.AttributeRight;
import io.keyuan.engine.Right;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a role allows with one object.
 *
 * @param read whose records may be seen; what may be changed may be seen too
 * @param write whose records may be changed, deleted and given away, as far as the rights go
 * @param attributes what may be done with the values of attributes, by name; those not named are written by whoever may
 *     write the record
 */
public record ObjectGrant(Set<Right> rights, Range read, Range write, Map<String, AttributeRight> attributes) {

    public static final ObjectGrant NOTHING = new ObjectGrant(Set.of(), Range.NOTHING, Range.NOTHING, Map.of());

    public ObjectGrant {
        rights = Set.copyOf(rights);
        attributes = Map.copyOf(attributes);
    }

    boolean allows(Right right) {
        return rights.contains(right);
    }

    AttributeRight attribute(String name) {
        return attributes.getOrDefault(name, AttributeRight.WRITE);
    }

    /** What one may with both roles. Of an attribute it is what the more generous of those allows that show the object at all. */
    ObjectGrant and(ObjectGrant other) {
        if (!allows(Right.READ) || !other.allows(Right.READ)) {
            return merged(other, allows(Right.READ) ? attributes : other.attributes());
        }
        Map<String, AttributeRight> both = new HashMap<>();
        attributes.forEach((name, right) -> both.merge(name, generous(right, other.attribute(name)), ObjectGrant::generous));
        other.attributes().forEach((name, right) -> both.merge(name, generous(right, attribute(name)), ObjectGrant::generous));
        return merged(other, both);
    }

    private ObjectGrant merged(ObjectGrant other, Map<String, AttributeRight> attributes) {
        Set<Right> both = EnumSet.noneOf(Right.class);
        both.addAll(rights);
        both.addAll(other.rights());
        return new ObjectGrant(both, read.and(other.read()), write.and(other.write()), attributes);
    }

    private static AttributeRight generous(AttributeRight one, AttributeRight other) {
        return one.includes(other) ? one : other;
    }
}
