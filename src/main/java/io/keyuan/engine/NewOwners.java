package io.keyuan.engine;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who gets records that come without an owner. */
@FunctionalInterface
public interface NewOwners {

    /**
     * Asks for some records of one object that are being made, with as many queries as for one.
     *
     * @param drafts as complete as they are without an owner
     * @return whom it knows for which; whoever makes the others keeps them
     */
    Map<UUID, UUID> of(ObjectType type, List<Draft> drafts);
}
