package io.keyuan.notifications.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.mail.MailServerOfTests;
import io.keyuan.notifications.Inbox;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people are told by mail, through a real mail server. */
class LettersTest {

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final TestClient lin = company.person("lin");
    private final Inbox ofLin = new Inbox(lin);
    private final String boss = admin.get("/api/v1/users/" + admin.person()).expect(200).text("/name");

    private void reachable() {
        TestAnswer user = admin.get("/api/v1/users/" + lin.person()).expect(200);
        admin.patch("/api/v1/users/" + lin.person(), user.version(), Map.of("email", company.slug() + "@example.com")).expect(200);
    }

    private void choose(String kind, String mail) {
        lin.put("/api/v1/notifications/preferences", Map.of("kinds", Map.of(kind, Map.of("app", true, "mail", mail)))).expect(200);
    }

    private TestAnswer customer(String name) {
        return admin.post("/api/v1/customers", Map.of("name", name, "owner", Map.of("id", lin.person()))).expect(201);
    }

    private void mention(TestAnswer customer) {
        admin.post("/api/v1/customers/" + customer.id() + "/comments", Map.of("body", "@[" + lin.person() + "]")).expect(201);
    }

    /** Has written what is due by then. */
    private static void write(Instant then) {
        RunningProgram.get().bean(LetterErrand.class).run(then, () -> false);
    }

    private static String text(MimeMessage letter) throws Exception {
        return ((MimeMultipart) letter.getContent()).getBodyPart(0).getContent().toString();
    }

    @Test
    void whoWantsItIsWrittenToAtOnceInTheirLanguage() throws Exception {
        reachable();
        lin.patch("/api/v1/session", Map.of("language", "zh-TW")).expect(200);
        try (var server = MailServerOfTests.start().of(admin)) {
            TestAnswer customer = customer("遠山科技");
            mention(customer);

            MimeMessage letter = server.await(1).getFirst();
            assertThat(letter.getSubject()).isEqualTo(boss + " 在 遠山科技 中提到了您");
            assertThat(text(letter)).contains("https://crm.example.com/customers/" + customer.id()).contains("/settings/notifications");
        }
    }

    @Test
    void digestsHoldWhatWasNewAndIsUnread() throws Exception {
        reachable();
        choose("assigned", "hourly");
        try (var server = MailServerOfTests.start().of(admin)) {
            customer("一号");
            customer("二号");
            TestAnswer taken = customer("拿走的");
            customer("读过的");
            var read = ofLin.await(item -> item.get("text").asString().contains("读过的"));
            lin.post("/api/v1/notifications/read", Map.of("ids", List.of(read.get("id").asString()))).expect(204);
            admin.patch("/api/v1/customers/" + taken.id(), taken.version(), Map.of("owner", Map.of("id", admin.person()))).expect(200);
            write(Instant.now().plusSeconds(1));
            assertThat(server.letters()).as("the hour is not over").isEmpty();

            write(Instant.now().plus(Duration.ofHours(1)));
            write(Instant.now().plus(Duration.ofHours(2)));

            MimeMessage letter = server.await(1).getFirst();
            assertThat(text(letter)).contains("一号", "二号").doesNotContain("读过的", "拿走的");
            assertThat(letter.getSubject()).contains("2");
            assertThat(server.letters()).as("once").hasSize(1);
        }
    }

    @Test
    void quietHoursAreKept() throws Exception {
        reachable();
        // Whenever this runs, it is quiet for the next hours.
        var now = LocalTime.now(ZoneOffset.UTC);
        lin.put("/api/v1/notifications/preferences", Map.of(
                "quiet", Map.of("from", hour(now.minusHours(1)), "to", hour(now.plusHours(4))), "timeZone", "UTC")).expect(200);
        try (var server = MailServerOfTests.start().of(admin)) {
            mention(customer("夜里的客户"));
            ofLin.await(boss + " mentioned you in 夜里的客户");
            write(Instant.now().plus(Duration.ofHours(2)));
            assertThat(server.letters()).isEmpty();

            write(Instant.now().plus(Duration.ofHours(5)));

            assertThat(text(server.await(1).getFirst())).contains("夜里的客户");
        }
    }

    private static String hour(LocalTime time) {
        return String.format(Locale.ROOT, "%02d:00", time.getHour());
    }

    @Test
    void whoHasNoAddressOrNoMailServerIsToldInTheAppOnly() throws Exception {
        mention(customer("没有邮件"));
        ofLin.await(boss + " mentioned you in 没有邮件");
        write(Instant.now().plus(Duration.ofHours(1)));

        try (var server = MailServerOfTests.start().of(admin)) {
            mention(customer("没有地址"));
            ofLin.await(boss + " mentioned you in 没有地址");
            write(Instant.now().plus(Duration.ofHours(1)));

            assertThat(admin.get("/api/v1/settings/mail/letters").items()).isEmpty();
            assertThat(server.letters()).isEmpty();
        }
    }
}
