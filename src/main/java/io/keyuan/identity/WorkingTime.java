package io.keyuan.identity;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a company works: the hours of each weekday in its time zone, and the days that are otherwise. Pure and immutable.
 *
 * <p>On a day that is worked though its weekday is free, such as a Saturday that makes up for a holiday, the hours are those
 * of the first weekday, from Monday on, that has some.
 */
public final class WorkingTime {

    /** Where nobody works for so long, nobody is expected to work again. */
    private static final int DAYS_LOOKED_AT = 3_700;

    private final Map<DayOfWeek, List<Span>> week;
    private final Map<LocalDate, Boolean> exceptions;
    private final ZoneId zone;

    /**
     * @param week the hours of each weekday, the earliest first and none over another; free where there are none
     * @param exceptions the days that are not as their weekday: whether each is worked
     */
    public WorkingTime(Map<DayOfWeek, List<Span>> week, Map<LocalDate, Boolean> exceptions, ZoneId zone) {
        this.week = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, spans) -> this.week.put(day, List.copyOf(spans)));
        this.exceptions = Map.copyOf(exceptions);
        this.zone = zone;
    }

    /**
     * A part of a day in which people work, by the clock on the wall.
     *
     * @param from minutes after midnight
     * @param to minutes after midnight, up to 1,440; this minute is free again
     */
    public record Span(int from, int to) {

        public static final int DAY = 24 * 60;

        /** @throws IllegalArgumentException where it ends before it begins or lies outside the day */
        public Span {
            if (from < 0 || to <= from || to > DAY) {
                throw new IllegalArgumentException(from + " to " + to);
            }
        }
    }

    /** A part of a day as it really passes: shorter or longer where the clock is put forward or back within it. */
    private record Stretch(Instant from, Instant to) {

        Duration length() {
            return Duration.between(from, to);
        }
    }

    /** Whether anybody works on this day. */
    public boolean isWorkingDay(LocalDate day) {
        return !spans(day).isEmpty();
    }

    public boolean isWorking(Instant moment) {
        return stretches(day(moment)).stream().anyMatch(each -> !moment.isBefore(each.from()) && moment.isBefore(each.to()));
    }

    /**
     * When so much working time has passed.
     *
     * @param time not negative; where it is nothing, the moment itself
     * @return empty where the company never works so long again
     */
    public Optional<Instant> plus(Instant moment, Duration time) {
        Duration left = time;
        LocalDate day = day(moment);
        for (int looked = 0; looked < DAYS_LOOKED_AT && left.isPositive(); looked++, day = day.plusDays(1)) {
            for (Stretch stretch : after(moment, day)) {
                if (left.compareTo(stretch.length()) <= 0) {
                    return Optional.of(stretch.from().plus(left));
                }
                left = left.minus(stretch.length());
            }
        }
        return left.isPositive() ? Optional.empty() : Optional.of(moment);
    }

    /**
     * The working day that comes so many working days after a day, which itself is not counted.
     *
     * @param days not negative; for none it is the day itself, worked or not
     * @return empty where the company never works so often again
     */
    public Optional<LocalDate> plusDays(LocalDate day, int days) {
        LocalDate at = day;
        int left = days;
        for (int free = 0; left > 0; ) {
            at = at.plusDays(1);
            free = isWorkingDay(at) ? 0 : free + 1;
            left -= free == 0 ? 1 : 0;
            if (free > DAYS_LOOKED_AT) {
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    /** How much working time lies between two moments; nothing where the second is not after the first. */
    public Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (LocalDate day = day(from); from.isBefore(to) && !day.isAfter(day(to)); day = day.plusDays(1)) {
            for (Stretch stretch : after(from, day)) {
                Instant end = stretch.to().isBefore(to) ? stretch.to() : to;
                sum = end.isAfter(stretch.from()) ? sum.plus(Duration.between(stretch.from(), end)) : sum;
            }
        }
        return sum;
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** What is left of a day from a moment on. */
    private List<Stretch> after(Instant moment, LocalDate day) {
        return stretches(day).stream()
                .filter(each -> each.to().isAfter(moment))
                .map(each -> each.from().isBefore(moment) ? new Stretch(moment, each.to()) : each)
                .toList();
    }

    private List<Stretch> stretches(LocalDate day) {
        List<Stretch> stretches = new ArrayList<>();
        for (Span span : spans(day)) {
            var stretch = new Stretch(at(day, span.from()), at(day, span.to()));
            // An hour that the clock skips is not worked.
            if (stretch.length().isPositive()) {
                stretches.add(stretch);
            }
        }
        return stretches;
    }

    private Instant at(LocalDate day, int minute) {
        return day.atStartOfDay().plusMinutes(minute).atZone(zone).toInstant();
    }

    private List<Span> spans(LocalDate day) {
        List<Span> usual = week.getOrDefault(day.getDayOfWeek(), List.of());
        Boolean worked = exceptions.get(day);
        if (worked == null) {
            return usual;
        }
        return !worked ? List.of() : usual.isEmpty() ? madeUp() : usual;
    }

    private List<Span> madeUp() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> week.getOrDefault(day, List.of()))
                .filter(spans -> !spans.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
