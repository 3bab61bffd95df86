package io.keyuan.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Years of a company's books begin with the month it has settled. */
class MomentsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2017-05-17, JANUARY, 2017-01-01, 2018-01-01, 2017-04-01, 2017-07-01",
        "2017-05-17, APRIL, 2017-04-01, 2018-04-01, 2017-04-01, 2017-07-01",
        "2017-05-17, MAY, 2017-05-01, 2018-05-01, 2017-05-01, 2017-08-01",
        "2017-05-17, JUNE, 2016-06-01, 2017-06-01, 2017-03-01, 2017-06-01",
        "2017-05-01, JULY, 2016-07-01, 2017-07-01, 2017-04-01, 2017-07-01",
        "2016-02-29, MARCH, 2015-03-01, 2016-03-01, 2015-12-01, 2016-03-01",
        "2017-12-31, DECEMBER, 2017-12-01, 2018-12-01, 2017-12-01, 2018-03-01"
    })
    void fiscalYearsAndTheirQuarters(
            LocalDate today, Month first, LocalDate year, LocalDate nextYear, LocalDate quarter, LocalDate nextQuarter) {
        Instant late = today.plusDays(1).atStartOfDay(SHANGHAI).toInstant().minusSeconds(1);
        var moments = new Moments(late, SHANGHAI, first);

        assertThat(moments.startOf("fiscalYear")).isEqualTo(start(year));
        assertThat(moments.endOf("fiscalYear")).isEqualTo(start(nextYear).minusNanos(1_000));
        assertThat(moments.startOf("fiscalQuarter")).isEqualTo(start(quarter));
        assertThat(moments.endOf("fiscalQuarter")).isEqualTo(start(nextQuarter).minusNanos(1_000));
        assertThat(moments.startOf("fiscalMonth")).isNull();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(SHANGHAI).toInstant();
    }
}
