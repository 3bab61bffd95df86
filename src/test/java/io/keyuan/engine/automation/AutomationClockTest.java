package io.keyuan.engine.automation;

import static io.keyuan.engine.automation.RulesAtWork.CUSTOMERS;
import static io.keyuan.engine.automation.RulesAtWork.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has to be done when a day comes, or again and again, is done once for each time. */
class AutomationClockTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final RulesAtWork rules = new RulesAtWork(admin);
    private final LocalDate today = LocalDate.now(SHANGHAI);

    private static Instant at(LocalDate day, String time) {
        return day.atTime(java.time.LocalTime.parse(time)).atZone(SHANGHAI).toInstant();
    }

    private static void strike(Instant now) {
        RunningProgram.get().bean(AutomationClock.class).strike(now, () -> false);
    }

    private TestAnswer customer(String name, LocalDate birthday) {
        return rules.customer(name, Map.of("birthday", birthday.toString()));
    }

    @Test
    void aDayComesOnceForEachValueHoweverLateItIsNoticed() {
        String rule = rules.rule(
                "customers", Map.of("kind", "date", "attribute", "birthday", "days", -3, "at", "10:30"), "grade != 'd'", List.of(set("remarks", "soon")));
        TestAnswer early = customer("Early", today.plusDays(10));
        TestAnswer later = customer("Later", today.plusDays(20));
        customer("Long ago", today.minusYears(30));
        rules.customer("Never");

        strike(at(today.plusDays(7), "10:29"));
        assertThat(rules.runs(rule)).isEmpty();
        strike(at(today.plusDays(7), "10:30"));
        assertThat(rules.ended(rule, 1)).containsExactly("done");
        strike(at(today.plusDays(8), "10:30"));
        assertThat(rules.get(early.id()).get("remarks").asString()).isEqualTo("soon");

        admin.patch(CUSTOMERS + "/" + early.id(), 2, Map.of("birthday", today.plusDays(15).toString())).expect(200);
        admin.patch(CUSTOMERS + "/" + later.id(), 1, Map.of("birthday", today.plusDays(12).toString())).expect(200);
        strike(at(today.plusDays(30), "00:00"));
        assertThat(rules.ended(rule, 3)).containsOnly("done");
        strike(at(today.plusDays(60), "00:00"));
        assertThat(rules.ended(rule, 3)).hasSize(3);
    }

    @Test
    void whatIsDoneEveryDayIsDoneOnceAfterAnyTimeInWhichNothingRan() {
        String a = rules.customer("A", Map.of("grade", "a")).id();
        rules.customer("B", Map.of("grade", "b"));
        String rule = rules.rule("customers", Map.of("kind", "schedule", "every", "day", "at", "08:00"), "grade == 'a'", List.of(set("remarks", "daily")));

        strike(at(today.plusDays(5), "12:00"));
        assertThat(rules.ended(rule, 1)).containsExactly("done");
        strike(at(today.plusDays(6), "07:59"));
        strike(at(today.plusDays(6), "08:00"));
        strike(at(today.plusDays(6), "20:00"));

        assertThat(rules.ended(rule, 2)).containsExactly("done", "done");
        assertThat(rules.get(a).get("remarks").asString()).isEqualTo("daily");
    }

    @ParameterizedTest
    @CsvSource({
        "day, 1, 2026-03-05T09:00, 2026-03-05T09:00",
        "day, 1, 2026-03-05T08:59, 2026-03-04T09:00",
        "week, 1, 2026-03-05T12:00, 2026-03-02T09:00",
        "week, 5, 2026-03-05T12:00, 2026-02-27T09:00",
        "month, 31, 2026-03-05T12:00, 2026-02-28T09:00",
        "month, 31, 2026-03-31T12:00, 2026-03-31T09:00",
        "month, 5, 2026-03-05T08:00, 2026-02-05T09:00",
    })
    void theLastTimeIsThatOfTheCompanysCalendar(String every, int day, String now, String expected) {
        var trigger = new Trigger(Trigger.Kind.SCHEDULE, List.of(), null, null, 0, 0, Trigger.Every.of(every), day, "09:00");
        Instant moment = java.time.LocalDateTime.parse(now).atZone(SHANGHAI).toInstant();

        assertThat(new Calendar(trigger, SHANGHAI).lastOccasion(Instant.EPOCH, moment))
                .isEqualTo(java.time.LocalDateTime.parse(expected).atZone(SHANGHAI).toInstant());
        assertThat(new Calendar(trigger, SHANGHAI).lastOccasion(moment, moment)).isNull();
    }
}
