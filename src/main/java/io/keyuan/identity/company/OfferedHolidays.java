package io.keyuan.identity.company;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Calendars ready to be taken over.
 *
 * <p>Mainland China, 2026: the State Council's General Office, notice on the arrangement of some holidays in 2026, of 4 November
 * 2025, with the days that make up for them. 2027: only the days that the Regulation on Public Holidays for National
 * Annual Festivals and Memorial Days (as of 1 January 2025) makes free by itself; which days are swapped is announced each
 * autumn and can be pasted.
 */
final class OfferedHolidays {

    /** @param complete whether the days that make up for holidays are among them */
    record Calendar(String code, Year year, boolean complete, List<Holiday> days) {}

    private static final String NEW_YEAR = "元旦";
    private static final String SPRING = "春节";
    private static final String TOMBS = "清明节";
    private static final String LABOUR = "劳动节";
    private static final String DRAGON_BOATS = "端午节";
    private static final String MID_AUTUMN = "中秋节";
    private static final String NATIONAL = "国庆节";

    private static final List<Calendar> ALL = List.of(
            new Calendar("china-2026", Year.of(2026), true, joined(
                    free(NEW_YEAR, "2026-01-01", 3), worked(NEW_YEAR, "2026-01-04"),
                    worked(SPRING, "2026-02-14"), free(SPRING, "2026-02-15", 9), worked(SPRING, "2026-02-28"),
                    free(TOMBS, "2026-04-04", 3),
                    free(LABOUR, "2026-05-01", 5), worked(LABOUR, "2026-05-09"),
                    free(DRAGON_BOATS, "2026-06-19", 3),
                    free(MID_AUTUMN, "2026-09-25", 3),
                    worked(NATIONAL, "2026-09-20"), free(NATIONAL, "2026-10-01", 7), worked(NATIONAL, "2026-10-10"))),
            new Calendar("china-2027", Year.of(2027), false, joined(
                    free(NEW_YEAR, "2027-01-01", 1),
                    free(SPRING, "2027-02-05", 4),
                    free(TOMBS, "2027-04-05", 1),
                    free(LABOUR, "2027-05-01", 2),
                    free(DRAGON_BOATS, "2027-06-09", 1),
                    free(MID_AUTUMN, "2027-09-15", 1),
                    free(NATIONAL, "2027-10-01", 3))));

    private OfferedHolidays() {}

    static List<Calendar> of(Year year) {
        return ALL.stream().filter(calendar -> calendar.year().equals(year)).toList();
    }

    static Optional<Calendar> find(String code) {
        return ALL.stream().filter(calendar -> calendar.code().equals(code)).findFirst();
    }

    /** As answers show it. */
    static Map<String, Object> shown(Calendar calendar) {
        return Map.of("calendar", calendar.code(), "complete", calendar.complete(), "days", calendar.days().size());
    }

    private static List<Holiday> free(String name, String first, int days) {
        LocalDate from = LocalDate.parse(first);
        return from.datesUntil(from.plusDays(days)).map(day -> new Holiday(day, name, false)).toList();
    }

    private static List<Holiday> worked(String name, String day) {
        return List.of(new Holiday(LocalDate.parse(day), name + "调休上班", true));
    }

    @SafeVarargs
    private static List<Holiday> joined(List<Holiday>... parts) {
        return new ArrayList<>(Stream.of(parts).flatMap(List::stream).toList());
    }
}
