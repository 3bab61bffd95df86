package io.keyuan.engine.numbering;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When numbers begin with one again. */
public enum Restart {
    NEVER,
    YEARLY,
    MONTHLY,
    DAILY;

    /** As it is stored, and as the API says it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return null where none is called so */
    public static @Nullable Restart of(@Nullable String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst().orElse(null);
    }

    /** Whether another period has begun by a day, since an earlier one. */
    boolean isBetween(LocalDate earlier, LocalDate day) {
        return switch (this) {
            case NEVER -> false;
            case YEARLY -> earlier.getYear() != day.getYear();
            case MONTHLY -> earlier.getYear() != day.getYear() || earlier.getMonth() != day.getMonth();
            case DAILY -> !earlier.equals(day);
        };
    }
}
