package io.keyuan.engine;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What others than the {@linkplain Caller#current() current caller} see, of the same company. */
public interface Sight {

    /**
     * Which of these records live and may be seen by whom, in one statement.
     *
     * @param records those in question, by person
     * @return by person; whoever may not sign in sees nothing and is not among them
     */
    Map<UUID, Set<UUID>> of(ObjectType type, Map<UUID, Set<UUID>> records);
}
