package io.keyuan.engine.assign;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The account of giving records away: every record that was asked for is in exactly one of the next three, {@code in} is their
 * sum.
 *
 * @param updated those that belong to somebody else now
 * @param skipped those that belonged to whom they were to be given to already
 * @param failed those that stayed with whom they were
 * @param along how many moved along, by the name in addresses of their object
 * @param stayed how many of those did not
 * @param people how many of the records themselves each person got, by the person's id
 */
record Tally(
        long in, long updated, long skipped, long failed, Map<String, Long> along, Map<String, Long> stayed, Map<String, Long> people) {

    static final Tally NONE = new Tally(0, 0, 0, 0, Map.of(), Map.of(), Map.of());

    Tally plus(Tally more) {
        return new Tally(
                in + more.in, updated + more.updated, skipped + more.skipped, failed + more.failed,
                sum(along, more.along), sum(stayed, more.stayed), sum(people, more.people));
    }

    private static Map<String, Long> sum(Map<String, Long> some, Map<String, Long> more) {
        Map<String, Long> sum = new LinkedHashMap<>(some);
        more.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }

    /** Whether anything belongs to somebody else now. */
    boolean isOfAnything() {
        return updated > 0 || along.values().stream().anyMatch(count -> count > 0);
    }
}
