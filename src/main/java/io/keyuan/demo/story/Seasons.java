package io.keyuan.demo.story;

import io.keyuan.fiction.Chance;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/** The two years up to yesterday, with more going on in autumn than around the new year, and a little more each month. */
final class Seasons {

    static final int YEARS = 2;

    /** By month, January first: the rush is in the last quarter. */
    private static final double[] MONTHS = {0.85, 0.7, 1.1, 1, 0.95, 1.1, 0.9, 0.85, 1.1, 1, 1.3, 1.45};
    private static final double GROWTH = 0.4;
    private static final double WEEKEND = 0.04;
    private static final double HOLIDAY = 0.06;
    private static final int NEW_YEAR_BEFORE = 5;
    private static final int NEW_YEAR_AFTER = 10;
    private static final int OCTOBER_HOLIDAY = 7;

    /** The first day of the Chinese year. */
    private static final List<LocalDate> NEW_YEARS = List.of(
            LocalDate.of(2024, 2, 10), LocalDate.of(2025, 1, 29), LocalDate.of(2026, 2, 17), LocalDate.of(2027, 2, 6),
            LocalDate.of(2028, 1, 26), LocalDate.of(2029, 2, 13), LocalDate.of(2030, 2, 3), LocalDate.of(2031, 1, 23),
            LocalDate.of(2032, 2, 11), LocalDate.of(2033, 1, 31), LocalDate.of(2034, 2, 19), LocalDate.of(2035, 2, 8));

    private final LocalDate begin;
    private final LocalDate today;
    private final ZoneId zone;
    private final double[] upTo;

    Seasons(LocalDate today, ZoneId zone) {
        this.today = today;
        this.zone = zone;
        this.begin = today.minusYears(YEARS);
        upTo = new double[(int) ChronoUnit.DAYS.between(begin, today)];
        for (int day = 0; day < upTo.length; day++) {
            upTo[day] = weight(begin.plusDays(day)) * (1 + GROWTH * day / upTo.length);
        }
        Arrays.parallelPrefix(upTo, Double::sum);
    }

    LocalDate begin() {
        return begin;
    }

    LocalDate today() {
        return today;
    }

    /** The day by which this share of all that happened in the two years had happened; never today. */
    LocalDate day(double share) {
        int at = Arrays.binarySearch(upTo, share * upTo[upTo.length - 1]);
        return begin.plusDays(Math.min(at < 0 ? -at - 1 : at, upTo.length - 1));
    }

    /** How much of all had happened by a day. */
    double share(LocalDate day) {
        int at = (int) Math.clamp(ChronoUnit.DAYS.between(begin, day), 0, upTo.length - 1);
        return upTo[at] / upTo[upTo.length - 1];
    }

    /** Some moment of a day's working hours. */
    Instant during(LocalDate day, Chance chance) {
        return at(day, 9 * 60 + chance.below(9 * 60), chance.below(60));
    }

    Instant at(LocalDate day, int minute, int second) {
        return day.atTime(LocalTime.MIN.plusMinutes(minute).plusSeconds(second)).atZone(zone).toInstant();
    }

    boolean isPast(LocalDate day) {
        return day.isBefore(today);
    }

    /** The same day, or the next on which people work. */
    static LocalDate working(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    private static double weight(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        double week = weekend ? WEEKEND : 1;
        return isHoliday(day) ? HOLIDAY * week : MONTHS[day.getMonthValue() - 1] * week;
    }

    private static boolean isHoliday(LocalDate day) {
        boolean october = day.getMonthValue() == 10 && day.getDayOfMonth() <= OCTOBER_HOLIDAY;
        return october || NEW_YEARS.stream().anyMatch(newYear -> !day.isBefore(newYear.minusDays(NEW_YEAR_BEFORE))
                && !day.isAfter(newYear.plusDays(NEW_YEAR_AFTER)));
    }
}
