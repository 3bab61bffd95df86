package io.keyuan.notifications.preferences;

import io.keyuan.engine.NoticeKind;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has chosen.
 *
 * @param chosen of those kinds about which they have said something
 * @param quiet null for none
 * @param zone null for the company's
 */
public record NotificationPreferences(Map<NoticeKind, Channels> chosen, @Nullable QuietHours quiet, @Nullable ZoneId zone) {

    /** Of whoever has chosen nothing. */
    public static final NotificationPreferences USUAL = new NotificationPreferences(Map.of(), null, null);

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** Nobody can be kept from learning that their account was changed. */
    public Channels of(NoticeKind kind) {
        return kind == NoticeKind.SECURITY ? Channels.usual(kind) : chosen.getOrDefault(kind, Channels.usual(kind));
    }

    /**
     * When somebody is to be told by mail of what happens now.
     *
     * @param companys zone
     * @return null for never
     */
    public @Nullable Instant mailDue(NoticeKind kind, Instant now, ZoneId companys) {
        ZonedDateTime here = now.atZone(Objects.requireNonNullElse(zone, companys));
        ZonedDateTime due = switch (of(kind).mail()) {
            case NOW -> here;
            case HOURLY -> here.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            case DAILY -> morningAfter(here);
            case OFF -> null;
        };
        if (due == null) {
            return null;
        }
        return (quiet == null || kind.concernsAccount() ? due : quiet.after(due)).toInstant();
    }

    private static ZonedDateTime morningAfter(ZonedDateTime moment) {
        ZonedDateTime morning = moment.with(MORNING);
        return morning.isAfter(moment) ? morning : moment.plusDays(1).with(MORNING);
    }
}
