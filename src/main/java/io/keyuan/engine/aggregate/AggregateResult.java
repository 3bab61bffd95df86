package io.keyuan.engine.aggregate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The groups, ready to be written as JSON.
 *
 * @param groups in the order of choices or time where the first of the groups has one, otherwise the largest count first;
 *     each a map from the names of groups and measures, as they were asked for, to their values: a choice's code, a
 *     reference as {@code {"id","title"}}, the first day of a period, null for records without a value; numbers as in
 *     records; money as {@code {"byCurrency":[…],"base":{…}|null,"unconverted":n}}, where n amounts have no rate and are
 *     not in the base
 * @param restricted whether the caller reaches only some records of the object
 * @param truncated whether there are more groups than these
 */
public record AggregateResult(List<Map<String, @Nullable Object>> groups, boolean restricted, boolean truncated) {}
