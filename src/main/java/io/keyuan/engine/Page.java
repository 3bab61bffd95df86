package io.keyuan.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to ask for to get the page after this; null on the last
 * @param count null where it was not asked for
 */
public record Page(List<Row> rows, @Nullable String next, @Nullable Count count) {

    /** @param exact false where there are more than could be counted quickly */
    public record Count(long value, boolean exact) {}
}
