package io.keyuan.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The people of the {@linkplain Caller#current() current caller's} tenant as those to whom records are given. */
public interface Staff {

    /** Those of these people who can own records: who are there and not shut out. */
    Set<UUID> there(Collection<UUID> people);

    /**
     * Who takes what is meant for these people today: they themselves, or the stand-in of who is absent. Who is not there,
     * or is absent and has no stand-in who is, is left out.
     */
    Map<UUID, UUID> takers(Collection<UUID> people);

    /** The objects whose records are groups of people. */
    List<ObjectType> groups();

    /** The people of a group and of the groups below it, always in the same order. */
    List<UUID> members(ObjectType group, UUID id);
}
