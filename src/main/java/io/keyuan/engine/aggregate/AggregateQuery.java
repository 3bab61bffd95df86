package io.keyuan.engine.aggregate;

import io.keyuan.engine.ObjectType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to count and add up.
 *
 * @param groups names of attributes, of records up to three references away ({@code owner.department}), of lines
 *     ({@code lines.product}: a record is in the group of each product it has a line of, once), or periods of days and
 *     times ({@code closeDate:month}; also day, week, quarter, year); none for one group of everything
 * @param measures {@code count}, or {@code sum}, {@code avg}, {@code min} or {@code max} of an attribute:
 *     {@code sum(amount)}
 * @param filter an expression; null for all
 */
public record AggregateQuery(ObjectType type, List<String> groups, List<String> measures, @Nullable String filter) {

    /** Of the parameters of a request: names separated by commas, {@code count} where no measure is asked for. */
    public static AggregateQuery of(ObjectType type, @Nullable String group, @Nullable String measure, @Nullable String filter) {
        List<String> measures = names(measure);
        return new AggregateQuery(type, names(group), measures.isEmpty() ? List.of("count") : measures, filter);
    }

    private static List<String> names(@Nullable String list) {
        return list == null || list.isBlank() ? List.of() : Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }
}
