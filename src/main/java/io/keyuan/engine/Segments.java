package io.keyuan.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Records kept together under a name, as expressions go by them. */
@FunctionalInterface
public interface Segments {

    /**
     * @return those of these that there are of this object, for the current caller, each with the ways, by references from one to the next, that
     *     lead from its records to others it goes by: who does not see those must not learn of them that a record is a member
     */
    Map<UUID, Set<List<Attribute<?>>>> there(ObjectType type, Set<UUID> segments);
}
