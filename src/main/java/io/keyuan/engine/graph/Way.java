package io.keyuan.engine.graph;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Link;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import java.util.Objects;

/**
 * A link as it leads away from a record.
 *
 * @param onwards from where the link begins to where it ends; else back
 * @param near the object of the record that it leads away from
 * @param far the object of those it leads to
 */
record Way(Link link, boolean onwards, ObjectType near, ObjectType far) {

    /** Whether a record has at most one neighbour this way: the one it points to itself. */
    boolean isOwn() {
        return onwards && link.from() == null;
    }

    /** The reference to the near record; the near record itself has none to itself. */
    Attribute<Ref> toNear() {
        return onwards ? Objects.requireNonNull(link.from()) : link.to();
    }
}
