package io.keyuan.identity.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Days as people paste them. */
class HolidayTextTest {

    @Test
    void tablesAndLettersAreRead() {
        var read = HolidayText.read("日期,名称,类型\n2027-02-05,春节,\n2027/2/6\t春节\n2027年2月20日，春节，上班\n20271001;国庆节;休\n\n2027.10.9,国庆节调休上班");

        assertThat(read.faults()).isEmpty();
        assertThat(read.days()).containsExactly(
                new Holiday(LocalDate.of(2027, 2, 5), "春节", false),
                new Holiday(LocalDate.of(2027, 2, 6), "春节", false),
                new Holiday(LocalDate.of(2027, 2, 20), "春节", true),
                new Holiday(LocalDate.of(2027, 10, 1), "国庆节", false),
                new Holiday(LocalDate.of(2027, 10, 9), "国庆节调休上班", true));
    }

    @Test
    void whatIsNoDayIsNamedByItsLine() {
        var read = HolidayText.read("2027-01-01,New Year\nsoon,Something\n2027-02-30,Never\n" + "2027-03-01," + "x".repeat(101));

        assertThat(read.faults()).extracting(fault -> fault.path() + " " + fault.code())
                .containsExactly("line[2] not-date", "line[3] not-date", "line[4] too-long");
        assertThat(read.days()).extracting(Holiday::name).containsExactly("New Year");
    }

    @Test
    void aDayWithoutANameIsCalledByItself() {
        assertThat(HolidayText.read("2027-01-01").days()).containsExactly(new Holiday(LocalDate.of(2027, 1, 1), "2027-01-01", false));
    }

    @Test
    void theCalendarOfChinaIsTheOneThatWasAnnounced() {
        var calendar = OfferedHolidays.find("china-2026").orElseThrow();

        assertThat(calendar.days()).filteredOn(day -> !day.worked()).hasSize(33);
        assertThat(calendar.days()).filteredOn(Holiday::worked).extracting(Holiday::day).containsExactlyInAnyOrder(
                LocalDate.of(2026, 1, 4), LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 28), LocalDate.of(2026, 5, 9),
                LocalDate.of(2026, 9, 20), LocalDate.of(2026, 10, 10));
        assertThat(calendar.days().stream().filter(Holiday::worked).map(Holiday::day))
                .allMatch(day -> day.getDayOfWeek().getValue() >= 6);
    }
}
