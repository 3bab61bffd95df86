package io.keyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.identity.WorkingTime.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Working time against the slow way of looking at every minute, also where clocks are put forward and back. */
class WorkingTimePropertyTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<ZoneId> ZONES = List.of(SHANGHAI, ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"));
    /** Around the days on which clocks change in Berlin and New York. */
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int DAYS = 45;

    /** A company. */
    record Company(Map<DayOfWeek, List<Span>> week, Map<LocalDate, Boolean> exceptions, ZoneId zone) {

        WorkingTime time() {
            return new WorkingTime(week, exceptions, zone);
        }

        boolean isWorking(Instant minute) {
            LocalDateTime local = LocalDateTime.ofInstant(minute, zone);
            int at = local.getHour() * 60 + local.getMinute();
            return spans(local.toLocalDate()).stream().anyMatch(span -> span.from() <= at && at < span.to());
        }

        private List<Span> spans(LocalDate day) {
            List<Span> usual = week.getOrDefault(day.getDayOfWeek(), List.of());
            if (!exceptions.containsKey(day)) {
                return usual;
            }
            if (!exceptions.get(day)) {
                return List.of();
            }
            for (DayOfWeek each : DayOfWeek.values()) {
                List<Span> spans = week.getOrDefault(each, List.of());
                if (usual.isEmpty() && !spans.isEmpty()) {
                    return spans;
                }
            }
            return usual;
        }
    }

    @Provide
    Arbitrary<Company> companies() {
        // Hours in which no clock changes: what is worked while it does is a question of taste, which the examples settle.
        Arbitrary<List<Span>> spans = Arbitraries.integers().between(4 * 4, 96).set().ofMinSize(0).ofMaxSize(6).map(quarters -> {
            List<Integer> sorted = quarters.stream().sorted().toList();
            List<Span> made = new ArrayList<>();
            for (int i = 0; i + 1 < sorted.size(); i += 2) {
                made.add(new Span(sorted.get(i) * 15, sorted.get(i + 1) * 15));
            }
            return made;
        });
        Arbitrary<Map<DayOfWeek, List<Span>>> weeks = Arbitraries.maps(Arbitraries.of(DayOfWeek.class), spans).ofMaxSize(7);
        Arbitrary<Map<LocalDate, Boolean>> exceptions =
                Arbitraries.maps(Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays), Arbitraries.of(true, false)).ofMaxSize(12);
        return Combinators.combine(weeks, exceptions, Arbitraries.of(ZONES)).as(Company::new);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.integers().between(0, DAYS * 24 * 60).map(minute -> FIRST.atStartOfDay(SHANGHAI).toInstant().plus(minute, ChronoUnit.MINUTES));
    }

    @Property
    void aMomentIsWorkedAsTheMinutesAre(@ForAll("companies") Company company, @ForAll("moments") Instant moment) {
        assertThat(company.time().isWorking(moment)).isEqualTo(company.isWorking(moment));
    }

    @Property(tries = 200)
    void timeBetweenIsTheNumberOfMinutesWorked(
            @ForAll("companies") Company company, @ForAll("moments") Instant from, @ForAll @IntRange(max = 6 * 24 * 60) int minutes) {
        Instant to = from.plus(minutes, ChronoUnit.MINUTES);
        long worked = 0;
        for (Instant minute = from; minute.isBefore(to); minute = minute.plus(1, ChronoUnit.MINUTES)) {
            worked += company.isWorking(minute) ? 1 : 0;
        }
        assertThat(company.time().between(from, to)).isEqualTo(Duration.ofMinutes(worked));
    }

    @Property
    void asMuchTimeHasPassedAsWasAdded(
            @ForAll("companies") Company company, @ForAll("moments") Instant from, @ForAll @IntRange(max = 5_000) int minutes) {
        Duration time = Duration.ofMinutes(minutes);
        company.time().plus(from, time).ifPresent(to -> {
            assertThat(to).isAfterOrEqualTo(from);
            assertThat(company.time().between(from, to)).isEqualTo(time);
        });
    }

    @Property
    void addingTwiceIsAddingTheSum(
            @ForAll("companies") Company company, @ForAll("moments") Instant from,
            @ForAll @IntRange(max = 2_000) int first, @ForAll @IntRange(max = 2_000) int second) {
        WorkingTime time = company.time();
        var twice = time.plus(from, Duration.ofMinutes(first)).flatMap(then -> time.plus(then, Duration.ofMinutes(second)));
        assertThat(twice).isEqualTo(time.plus(from, Duration.ofMinutes(first + second)));
    }

    @Property
    void asManyWorkingDaysPassAsWereAdded(
            @ForAll("companies") Company company, @ForAll @IntRange(max = DAYS) int start, @ForAll @IntRange(min = 1, max = 30) int days) {
        WorkingTime time = company.time();
        LocalDate from = FIRST.plusDays(start);
        time.plusDays(from, days).ifPresent(to -> {
            assertThat(time.isWorkingDay(to)).isTrue();
            assertThat(from.plusDays(1).datesUntil(to.plusDays(1)).filter(time::isWorkingDay).count()).isEqualTo(days);
        });
    }

    private static Map<DayOfWeek, List<Span>> office() {
        Map<DayOfWeek, List<Span>> week = new HashMap<>();
        for (DayOfWeek day : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            week.put(day, List.of(new Span(9 * 60, 12 * 60), new Span(13 * 60, 18 * 60)));
        }
        return week;
    }

    private static Instant shanghai(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    @Example
    void anHourBeforeTheEndOfAFridayGoesOnAfterTheHolidayOnTheSaturdayThatMakesUpForIt() {
        // 30 September 2026 is a Wednesday; the first seven days of October are free, and Saturday the tenth is worked.
        Map<LocalDate, Boolean> holiday = new HashMap<>();
        LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 8)).forEach(day -> holiday.put(day, false));
        holiday.put(LocalDate.of(2026, 10, 10), true);
        var time = new WorkingTime(office(), holiday, SHANGHAI);

        assertThat(time.plus(shanghai("2026-09-30T17:00"), Duration.ofHours(2))).contains(shanghai("2026-10-08T10:00"));
        assertThat(time.isWorking(shanghai("2026-10-10T09:00"))).isTrue();
        assertThat(time.isWorking(shanghai("2026-10-10T12:30"))).isFalse();
        assertThat(time.plusDays(LocalDate.of(2026, 9, 30), 3)).contains(LocalDate.of(2026, 10, 10));
        assertThat(time.plusDays(LocalDate.of(2026, 9, 30), 4)).contains(LocalDate.of(2026, 10, 12));
    }

    @Example
    void whoeverNeverWorksNeverGetsThere() {
        var time = new WorkingTime(Map.of(), Map.of(FIRST, true), SHANGHAI);

        assertThat(time.plus(shanghai("2026-09-30T17:00"), Duration.ofMinutes(1))).isEmpty();
        assertThat(time.plusDays(FIRST, 1)).isEmpty();
        assertThat(time.plus(shanghai("2026-09-30T17:00"), Duration.ZERO)).contains(shanghai("2026-09-30T17:00"));
        assertThat(time.isWorkingDay(FIRST)).isFalse();
    }

    @Example
    void aNightInWhichTheClockChangesIsAsLongAsItReallyIs() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        var time = new WorkingTime(Map.of(DayOfWeek.SUNDAY, List.of(new Span(0, 6 * 60))), Map.of(), berlin);

        Instant spring = LocalDate.of(2026, 3, 29).atStartOfDay(berlin).toInstant();
        Instant autumn = LocalDate.of(2026, 10, 25).atStartOfDay(berlin).toInstant();
        assertThat(time.between(spring, spring.plus(1, ChronoUnit.DAYS))).isEqualTo(Duration.ofHours(5));
        assertThat(time.between(autumn, autumn.plus(1, ChronoUnit.DAYS))).isEqualTo(Duration.ofHours(7));
    }
}
