package io.keyuan.notifications.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.engine.NoticeKind;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When people are written to, and how they say so. */
class PreferencesTest {

    private static final String PATH = "/api/v1/notifications/preferences";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 30));
    private static final QuietHours NOON = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0));

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    private static @Nullable Instant due(MailChoice mail, @Nullable QuietHours quiet, String shanghaiTime) {
        var preferences = new NotificationPreferences(Map.of(NoticeKind.FOLLOWED, new Channels(true, mail)), quiet, null);
        return preferences.mailDue(NoticeKind.FOLLOWED, at(shanghaiTime + "+08:00"), SHANGHAI);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T10:15:00, 2026-11-28T10:15:00",
        "2026-11-28T19:59:59, 2026-11-28T19:59:59",
        "2026-11-28T20:00:00, 2026-11-29T08:30:00",
        "2026-11-28T23:30:00, 2026-11-29T08:30:00",
        "2026-11-29T00:00:00, 2026-11-29T08:30:00",
        "2026-11-29T08:29:59, 2026-11-29T08:30:00",
        "2026-11-29T08:30:00, 2026-11-29T08:30:00"
    })
    void mailWaitsUntilTheNightIsOver(String now, String then) {
        assertThat(due(MailChoice.NOW, NIGHT, now)).isEqualTo(at(then + "+08:00"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-28T11:59:00, 2026-11-28T11:59:00", "2026-11-28T12:10:00, 2026-11-28T13:00:00", "2026-11-28T13:00:00, 2026-11-28T13:00:00"})
    void mailWaitsUntilNoonIsOver(String now, String then) {
        assertThat(due(MailChoice.NOW, NOON, now)).isEqualTo(at(then + "+08:00"));
    }

    @Test
    void digestsComeOnTheHourAndInTheMorning() {
        assertThat(due(MailChoice.HOURLY, null, "2026-11-28T10:15:00")).isEqualTo(at("2026-11-28T11:00:00+08:00"));
        assertThat(due(MailChoice.HOURLY, NIGHT, "2026-11-28T19:15:00")).isEqualTo(at("2026-11-29T08:30:00+08:00"));
        assertThat(due(MailChoice.DAILY, null, "2026-11-28T07:15:00")).isEqualTo(at("2026-11-28T08:00:00+08:00"));
        assertThat(due(MailChoice.DAILY, null, "2026-11-28T08:00:00")).isEqualTo(at("2026-11-29T08:00:00+08:00"));
        assertThat(due(MailChoice.DAILY, NIGHT, "2026-11-28T10:15:00")).isEqualTo(at("2026-11-29T08:30:00+08:00"));
        assertThat(due(MailChoice.OFF, null, "2026-11-28T10:15:00")).isNull();
    }

    @Test
    void ofOnesAccountOneIsToldAtOnceWhateverOneChose() {
        var never = new NotificationPreferences(Map.of(NoticeKind.SECURITY, new Channels(false, MailChoice.OFF)), NIGHT, SHANGHAI);
        Instant night = at("2026-11-28T23:00:00+08:00");

        assertThat(never.mailDue(NoticeKind.SECURITY, night, SHANGHAI)).isEqualTo(night);
        assertThat(never.of(NoticeKind.SECURITY).app()).isTrue();
    }

    @Test
    void onesOwnZoneCounts() {
        var inBerlin = new NotificationPreferences(Map.of(NoticeKind.DUE, new Channels(true, MailChoice.DAILY)), null, ZoneId.of("Europe/Berlin"));

        assertThat(inBerlin.mailDue(NoticeKind.DUE, at("2026-11-28T10:00:00+01:00"), SHANGHAI))
                .isEqualTo(at("2026-11-29T08:00:00+01:00"));
    }

    @Test
    void whatIsChosenIsKept() {
        TestClient lin = RunningProgram.freshTenant().person("lin");
        TestAnswer usual = lin.get(PATH).expect(200);
        assertThat(usual.text("/kinds/mentioned/mail")).isEqualTo("now");
        assertThat(usual.text("/companyTimeZone")).isEqualTo("Asia/Shanghai");
        assertThat(usual.text("/mail")).isEqualTo("not-set-up");

        lin.put(PATH, Map.of(
                "kinds", Map.of("followed", Map.of("app", false, "mail", "daily")),
                "quiet", Map.of("from", "22:00", "to", "07:30"), "timeZone", "Europe/Berlin")).expect(200);

        TestAnswer kept = lin.get(PATH).expect(200);
        assertThat(kept.at("/kinds/followed/app").asBoolean()).isFalse();
        assertThat(kept.text("/kinds/followed/mail")).isEqualTo("daily");
        assertThat(kept.text("/kinds/mentioned/mail")).isEqualTo("now");
        assertThat(kept.text("/quiet/from")).isEqualTo("22:00");
        assertThat(kept.text("/timeZone")).isEqualTo("Europe/Berlin");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        TestClient lin = RunningProgram.freshTenant().person("lin");

        TestAnswer answer = lin.put(PATH, Map.of(
                "kinds", Map.of("followed", Map.of("app", true, "mail", "weekly"), "security", Map.of("app", false, "mail", "off")),
                "quiet", Map.of("from", "25:00", "to", "noon"), "timeZone", "Mars/Olympus")).expect(422);

        for (String path : new String[] {"kinds.followed", "kinds.security", "quiet.from", "quiet.to", "timeZone"}) {
            assertThat(answer.error(path)).as(path).isNotNull();
        }
        lin.put(PATH, Map.of("kinds", Map.of("nonsense", Map.of("app", true, "mail", "off")))).expect(422);
        lin.put(PATH, Map.of("quiet", Map.of("from", "08:00", "to", "08:00"))).expect(422);
        lin.send("PUT", PATH, "{\"kinds\":{\"followed\":null}}").expect(422);
        lin.send("PUT", PATH, "{\"kinds\":7}").expect(400);
        lin.send("PUT", PATH, "{\"quiet\":{}}").expect(422);
    }
}
