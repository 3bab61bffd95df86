package io.keyuan.engine.automation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When triggers that go by the clock are due, where a company is. */
record Calendar(Trigger trigger, ZoneId zone) {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private LocalTime time() {
        return trigger.at() == null ? MORNING : LocalTime.parse(trigger.at());
    }

    /** When a record with this day is due. */
    Instant due(LocalDate day) {
        return day.plusDays(trigger.days()).atTime(time()).atZone(zone).toInstant();
    }

    /** The last day with which a record is due by then. */
    LocalDate lastDay(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate().minusDays(trigger.days());
        return due(day).isAfter(moment) ? day.minusDays(1) : day;
    }

    /** How long after its moment a record is due. */
    Duration shift() {
        return Duration.ofDays(trigger.days()).plusHours(trigger.hours());
    }

    /** The last time that it was due by then, after another moment; null where it was not. */
    @Nullable Instant lastOccasion(Instant after, Instant until) {
        LocalDate day = until.atZone(zone).toLocalDate();
        Instant last = occasion(day);
        if (last.isAfter(until)) {
            last = occasion(before(day));
        }
        return last.isAfter(after) && !last.isAfter(until) ? last : null;
    }

    /** That of the day, week or month in which a day is. */
    private Instant occasion(LocalDate day) {
        LocalDate on = switch (Objects.requireNonNull(trigger.every())) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(trigger.day() - 1L);
            case MONTH -> day.withDayOfMonth(Math.min(trigger.day(), day.lengthOfMonth()));
        };
        return on.atTime(time()).atZone(zone).toInstant();
    }

    private LocalDate before(LocalDate day) {
        return switch (Objects.requireNonNull(trigger.every())) {
            case DAY -> day.minusDays(1);
            case WEEK -> day.minusWeeks(1);
            case MONTH -> day.minusMonths(1);
        };
    }
}
