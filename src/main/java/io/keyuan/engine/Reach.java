package io.keyuan.engine;

import java.util.Set;
import java.util.UUID;

/** Which records of an object somebody reaches with a right. */
public sealed interface Reach {

    /** Every record of the tenant. */
    record Everything() implements Reach {}

    /** Those that belong to one of these people. */
    record OwnedBy(Set<UUID> people) implements Reach {}

    /** None. */
    record Nothing() implements Reach {}
}
