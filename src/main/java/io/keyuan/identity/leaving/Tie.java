package io.keyuan.identity.leaving;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;

/**
 * Something that points to people without belonging to them, and what of it passes on.
 *
 * @param name in answers
 * @param attribute by which it points
 */
record Tie(String name, Attribute<Ref> attribute) {

    ObjectType type() {
        return attribute.object();
    }
}
