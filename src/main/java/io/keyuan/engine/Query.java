package io.keyuan.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list shall show.
 *
 * @param filter an expression; null for all
 * @param sort first key first; the newest first where empty
 * @param limit rows of a page, 1 to {@link #MAX_LIMIT}
 * @param page what the page before said comes {@code next}; null for the first
 * @param attributes what to read; all where empty
 * @param deleted the recycle bin instead of what lives
 * @param asOf the moment whose records are meant, with the values they had; null for now
 */
public record Query(
        ObjectType type,
        @Nullable String filter,
        List<Sort> sort,
        int limit,
        @Nullable String page,
        List<Attribute<?>> attributes,
        Count count,
        boolean deleted,
        @Nullable Instant asOf) {

    public static final int MAX_LIMIT = 500;

    /** One key of an order. */
    public record Sort(Attribute<?> attribute, boolean descending) {}

    /** How exactly to say how many there are. */
    public enum Count {
        NONE,
        /** Exact up to 1,000. */
        CAPPED,
        EXACT
    }

    public static Query all(ObjectType type) {
        return new Query(type, null, List.of(), 50, null, List.of(), Count.NONE, false, null);
    }

    public Query where(String filter) {
        return new Query(type, filter, sort, limit, page, attributes, count, deleted, asOf);
    }

    public Query reading(Attribute<?>... attributes) {
        return new Query(type, filter, sort, limit, page, List.of(attributes), count, deleted, asOf);
    }

    /** @param page as {@link #page} */
    public Query from(@Nullable String page) {
        return new Query(type, filter, sort, limit, page, attributes, count, deleted, asOf);
    }

    public Query limit(int limit) {
        return new Query(type, filter, sort, limit, page, attributes, count, deleted, asOf);
    }
}
