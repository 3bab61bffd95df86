package io.keyuan.engine;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The roles people have, for what is arranged by them; what they allow, {@link Access} says. */
public interface KnownRoles {

    /** Those there are, with what the caller calls them. */
    Map<UUID, String> all();

    /** The same, with what they are called in every installation: the code of a ready-made one, else its name. */
    Map<UUID, String> keys();

    Set<UUID> ofCaller();
}
