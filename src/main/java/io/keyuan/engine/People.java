package io.keyuan.engine;

import java.util.Set;
import java.util.UUID;

/** How the people of the {@linkplain Caller#current() current caller's} tenant stand to each other. */
@FunctionalInterface
public interface People {

    /** Everybody whose chain of managers leads to this person, without the person; also who was deleted, for records may be theirs. */
    Set<UUID> team(UUID person);
}
