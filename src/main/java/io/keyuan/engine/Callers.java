package io.keyuan.engine;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Acts for people who are not there: for work that goes on after the request that asked for it. */
public interface Callers {

    /**
     * @param language in which they want to be told
     * @return with the rights the person has now; null where they may no longer sign in
     */
    @Nullable Caller of(UUID tenant, UUID person, Locale language);

    /** The same for several; whoever may no longer sign in is not among them. */
    Map<UUID, Caller> of(UUID tenant, Set<UUID> people, Locale language);
}
