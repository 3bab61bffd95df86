package io.keyuan.engine.aggregate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * The groups a statement found.
 *
 * @param truncated whether there are more
 */
record Collected(List<Tallies> groups, boolean truncated) {

    private static final int MAX_GROUPS = 1_000;

    /** A group has rarely amounts of more currencies. */
    private static final int USUAL_CURRENCIES = 10;

    static Collected from(Statement statement, List<Group> groups, List<Measure> measures, DSLContext sql, Condition filter) {
        int limit = (MAX_GROUPS + 1) * (statement.hasCurrencies() ? USUAL_CURRENCIES : 1);
        var rows = statement.fetch(sql, filter, limit);
        Map<List<@Nullable Object>, Tallies> found = new LinkedHashMap<>();
        if (groups.isEmpty()) {
            found.put(List.of(), new Tallies(List.of(), measures));
        }
        for (Record row : rows) {
            statement.add(row, found.computeIfAbsent(key(row, groups.size()), key -> new Tallies(key, measures)));
        }
        return bounded(new ArrayList<>(found.values()), rows.size() == limit);
    }

    private static List<@Nullable Object> key(Record row, int groups) {
        List<@Nullable Object> key = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            key.add(row.get("g" + i));
        }
        return key;
    }

    /** @param cut whether the rows ended before the groups did: the last group may have had more of them */
    private static Collected bounded(List<Tallies> groups, boolean cut) {
        int whole = Math.min(cut ? groups.size() - 1 : groups.size(), MAX_GROUPS);
        return new Collected(groups.subList(0, whole), whole < groups.size());
    }
}
