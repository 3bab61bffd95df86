package io.keyuan.engine.tables;

import com.github.mangstadt.vinnie.VObjectProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How iCalendar writes days and moments: {@code 20261130}, {@code 20261130T093000Z}, or by the clock of a zone. */
final class CalendarTime {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final int DAY = 8;

    private CalendarTime() {}

    /** As the programs here read it; what is no moment stays as it is, so that whoever imports it is told. */
    static String moment(VObjectProperty property) {
        String value = property.getValue().strip();
        try {
            if (value.length() == DAY) {
                return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).toString();
            }
            if (value.endsWith("Z")) {
                return utc(value).toString();
            }
            LocalDateTime clock = LocalDateTime.parse(value, CLOCK);
            ZoneId zone = zone(property);
            return zone == null ? clock.toString() : clock.atZone(zone).toOffsetDateTime().toString();
        } catch (DateTimeParseException wrong) {
            return value;
        }
    }

    /** The day on the clock by which it was written; of one in UTC that of this machine. */
    static String day(VObjectProperty property) {
        String value = property.getValue().strip();
        try {
            return value.endsWith("Z")
                    ? LocalDate.ofInstant(utc(value), ZoneId.systemDefault()).toString()
                    : LocalDate.parse(value.substring(0, Math.min(DAY, value.length())), DateTimeFormatter.BASIC_ISO_DATE).toString();
        } catch (DateTimeParseException wrong) {
            return value;
        }
    }

    private static Instant utc(String value) {
        return LocalDateTime.parse(value.substring(0, value.length() - 1), CLOCK).toInstant(ZoneOffset.UTC);
    }

    /** Null where the zone is one that only the calendar knows. */
    private static @Nullable ZoneId zone(VObjectProperty property) {
        String name = property.getParameters().first("TZID");
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
