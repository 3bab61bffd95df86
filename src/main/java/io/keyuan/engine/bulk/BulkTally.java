package io.keyuan.engine.bulk;

import io.keyuan.engine.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The account of changing many records: every record that was asked for is in exactly one of the next four, {@code in} is
 * their sum.
 *
 * @param updated those that have other values now
 * @param skipped those that had these values already
 * @param removed those that are in the recycle bin now
 * @param failed those that stayed as they were
 * @param why for which reasons, the first ones that were met
 */
record BulkTally(long in, long updated, long skipped, long removed, long failed, List<Reason> why) {

    static final BulkTally NONE = new BulkTally(0, 0, 0, 0, 0, List.of());

    /** More than that nobody reads; the file of what was left has all. */
    private static final int MOST_REASONS = 12;

    /** One thing that was in the way of some records; told in words to whoever looks. */
    record Reason(Fault fault, long count) {

        private String key() {
            return fault.path() + " " + fault.code();
        }

        private Reason plus(Reason more) {
            return new Reason(fault, count + more.count);
        }
    }

    static BulkTally of(long updated, long skipped, long removed, Collection<List<Fault>> left) {
        Stream<Reason> reasons = left.stream().flatMap(faults -> faults.stream().map(fault -> new Reason(fault, 1)));
        return new BulkTally(updated + skipped + removed + left.size(), updated, skipped, removed, left.size(), together(reasons));
    }

    BulkTally plus(BulkTally more) {
        return new BulkTally(
                in + more.in, updated + more.updated, skipped + more.skipped, removed + more.removed, failed + more.failed,
                together(Stream.concat(why.stream(), more.why.stream())));
    }

    private static List<Reason> together(Stream<Reason> reasons) {
        Map<String, Reason> byKey = new LinkedHashMap<>();
        reasons.forEach(reason -> byKey.merge(reason.key(), reason, Reason::plus));
        return new ArrayList<>(byKey.values()).stream().limit(MOST_REASONS).toList();
    }
}
