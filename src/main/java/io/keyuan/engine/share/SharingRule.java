package io.keyuan.engine.share;

import java.util.List;
import java.util.UUID;

/**
 * Gives every record of an object that meets a condition to people, teams or departments.
 *
 * @param object the name in code
 * @param condition an expression over the record's own attributes
 * @param attributes what the condition depends on
 * @param editing whether they may change the records
 * @param along whether they see what hangs on the records
 * @param generation the principal that holds the records in the grants; a new one with every condition, so that what an
 *     older one gave counts no more at once
 */
record SharingRule(
        UUID id, String object, String name, String condition, List<String> attributes, boolean editing, boolean along,
        boolean active, List<Target> targets, UUID generation) {

    /** @param kind {@code user}, {@code team} or {@code department} */
    record Target(String kind, UUID id) {}
}
