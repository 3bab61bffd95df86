package io.keyuan.engine;

import java.util.Set;
import java.util.UUID;

/** Records that were given to somebody who does not own them: singly, or because a rule says so. */
public sealed interface Given {

    Given NOTHING = new These(Set.of());

    /** Few enough to be named in a statement. */
    record These(Set<UUID> records) implements Given {}

    /** Too many: a statement looks them up among the {@linkplain Grants grants}. */
    record Many(Wanted wanted) implements Given {}

    /**
     * Which grants count.
     *
     * @param object the name in code of the object of the records
     * @param principals to whom they were given: people, teams, departments, rules
     * @param collaborating whether being a collaborator counts
     * @param editing whether only those count with which one may change the record
     * @param along whether only those count that include what hangs on the record
     */
    record Wanted(String object, Set<UUID> principals, boolean collaborating, boolean editing, boolean along) {}

    default boolean isNothing() {
        return this instanceof These these && these.records().isEmpty();
    }
}
