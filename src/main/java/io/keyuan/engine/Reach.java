package io.keyuan.engine;

import java.util.Set;
import java.util.UUID;

/** Which records of an object somebody reaches with a right. */
public sealed interface Reach {

    /** Every record of the tenant. */
    record Everything() implements Reach {}

    /**
     * Some of them, each for at least one reason.
     *
     * @param people whose records they are
     * @param hanging whether what hangs on a record of one of these people is reached too, whoever made it
     * @param given records given to the reader
     * @param above records given to the reader along with what hangs on them
     */
    record Part(Set<UUID> people, boolean hanging, Given given, Given above) implements Reach {

        /** Whether there is no reason at all to reach a record. */
        public boolean isNothing() {
            return people.isEmpty() && given.isNothing() && above.isNothing();
        }

        public static Part ownedBy(Set<UUID> people) {
            return new Part(people, false, Given.NOTHING, Given.NOTHING);
        }
    }

    /** None. */
    record Nothing() implements Reach {}
}
