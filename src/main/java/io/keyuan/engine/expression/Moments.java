package io.keyuan.engine.expression;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days and times as the tenant's calendar has them.
 *
 * @param now the same throughout one expression
 * @param fiscalYear the month the tenant's fiscal years begin with
 */
record Moments(Instant now, ZoneId zone, Month fiscalYear) {

    private static final int MONTHS_OF_QUARTER = 3;

    private static final Pattern DATE = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9:.]+([Zz]|[+-][0-9:]+)?");

    LocalDate today() {
        return day(now);
    }

    LocalDate day(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The same time of day, so many days from now. */
    Instant daysFromNow(long days) {
        return stored(now.atZone(zone).plusDays(days));
    }

    /** When the day, week (from Monday), month, quarter, year or quarter or year of the tenant's books began; null where it is none of these. */
    @Nullable Instant startOf(String period) {
        LocalDate first = first(period);
        return first == null ? null : start(first);
    }

    /** The last moment of it that is kept. */
    @Nullable Instant endOf(String period) {
        LocalDate first = first(period);
        return first == null ? null : start(next(period, first)).minus(1, ChronoUnit.MICROS);
    }

    private @Nullable LocalDate first(String period) {
        LocalDate today = today();
        return switch (period) {
            case "day" -> today;
            case "week" -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "month" -> today.withDayOfMonth(1);
            case "quarter" -> today.withDayOfMonth(1).with(today.getMonth().firstMonthOfQuarter());
            case "year" -> today.withDayOfYear(1);
            case "fiscalYear" -> today.withDayOfMonth(1).minusMonths(monthsIntoFiscalYear(today));
            case "fiscalQuarter" -> today.withDayOfMonth(1).minusMonths(monthsIntoFiscalYear(today) % MONTHS_OF_QUARTER);
            default -> null;
        };
    }

    private int monthsIntoFiscalYear(LocalDate day) {
        return Math.floorMod(day.getMonthValue() - fiscalYear.getValue(), Month.values().length);
    }

    private static LocalDate next(String period, LocalDate first) {
        return switch (period) {
            case "day" -> first.plusDays(1);
            case "week" -> first.plusWeeks(1);
            case "month" -> first.plusMonths(1);
            case "quarter", "fiscalQuarter" -> first.plusMonths(MONTHS_OF_QUARTER);
            default -> first.plusYears(1);
        };
    }

    /** Of {@code 2017-03-01}. */
    static Optional<LocalDate> date(String text) {
        try {
            return DATE.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Of RFC 3339; without a zone it is the tenant's. */
    Optional<Instant> time(String text) {
        var parts = TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String iso = text.replace(' ', 'T');
        try {
            return Optional.of(parts.group(1) == null
                    ? stored(LocalDateTime.parse(iso).atZone(zone))
                    : stored(OffsetDateTime.parse(iso).toZonedDateTime()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant stored(ZonedDateTime time) {
        return time.toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}
