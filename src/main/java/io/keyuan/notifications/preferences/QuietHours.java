package io.keyuan.notifications.preferences;

import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * When somebody wants no mail: from one time of the day until another, over midnight where that is earlier.
 *
 * @param to the first moment at which they want it again; another than {@code from}
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** The moment itself, or the end of the quiet hours it is in. */
    ZonedDateTime after(ZonedDateTime moment) {
        LocalTime time = moment.toLocalTime();
        boolean overMidnight = to.isBefore(from);
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        boolean quiet = overMidnight ? begun || !over : begun && !over;
        if (!quiet) {
            return moment;
        }
        ZonedDateTime end = moment.with(to);
        return overMidnight && begun ? moment.plusDays(1).with(to) : end;
    }
}
