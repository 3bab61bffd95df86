package io.keyuan.engine.aggregate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A figure that can still be put together with others of its kind.
 *
 * @param value the sum, or the least or greatest value; null where there were no values
 * @param count of how many values
 */
record Tally(Measure.Function function, @Nullable BigDecimal value, long count) {

    static Tally none(Measure.Function function) {
        return new Tally(function, null, 0);
    }

    Tally with(@Nullable BigDecimal more, long moreCount) {
        return new Tally(function, together(value, more), count + moreCount);
    }

    private @Nullable BigDecimal together(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return switch (function) {
            case MIN -> one.min(other);
            case MAX -> one.max(other);
            case COUNT, SUM, AVG -> one.add(other);
        };
    }

    /** @param scale decimals of an average; sums and extremes are exact */
    @Nullable BigDecimal result(int scale) {
        return value == null || function != Measure.Function.AVG
                ? value
                : value.divide(BigDecimal.valueOf(count), scale, RoundingMode.HALF_UP);
    }
}
