package io.keyuan.engine;

import java.util.Set;
import java.util.UUID;

/** Records kept together under a name, as expressions go by them. */
@FunctionalInterface
public interface Segments {

    /** @return those of these that there are of this object, for the current caller */
    Set<UUID> there(ObjectType type, Set<UUID> segments);
}
