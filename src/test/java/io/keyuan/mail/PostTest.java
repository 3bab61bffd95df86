package io.keyuan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Problem;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Letters on their way from whoever writes them to a real mail server. */
class PostTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Mailbox LIN = new Mailbox("lin@example.com", "林 小雨");

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final Caller caller = new Caller(company.id(), UUID.fromString(admin.person()), true, Locale.ENGLISH, null);
    private final Post post = RunningProgram.get().bean(Post.class);
    private final TransactionTemplate transaction = RunningProgram.get().bean(TransactionTemplate.class);

    private UUID send(Letter letter) {
        try {
            return caller.call(() -> post.send(letter));
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private JsonNode fate(UUID id) {
        return admin.get("/api/v1/settings/mail/letters").expect(200).items().stream()
                .filter(item -> item.get("id").asString().equals(id.toString()))
                .findFirst().orElseThrow();
    }

    @Test
    void chineseArrivesAsItWasWritten() throws Exception {
        String subject = "关于合同的一个很长很长的标题，".repeat(20) + "完";
        try (var server = MailServerOfTests.start().of(admin)) {
            UUID id = send(new Letter(LIN, subject, "您好，\n请看附近的 <客户>。\n.\nFrom here", "<p>您好，<b>请看</b></p>"));

            MimeMessage letter = server.await(1).getFirst();
            assertThat(letter.getSubject()).isEqualTo(subject);
            assertThat(((InternetAddress) letter.getAllRecipients()[0]).getPersonal()).isEqualTo("林 小雨");
            var parts = (MimeMultipart) letter.getContent();
            assertThat(parts.getBodyPart(0).getContent().toString().replace("\r", "")).isEqualTo("您好，\n请看附近的 <客户>。\n.\nFrom here");
            assertThat(parts.getBodyPart(1).getContentType()).contains("text/html");
            assertThat(wire(letter).lines()).as("RFC 5322: no line is longer").allMatch(line -> line.length() <= 998);
            assertThat(wire(letter)).isASCII();
            await().atMost(LONG).until(() -> fate(id).get("state").asString().equals("sent"));
            assertThat(fate(id).get("attempts").asInt()).isEqualTo(1);
            assertThat(kept()).as("what it said is gone").contains("content=null").doesNotContain("请看");
        }
    }

    private static String wire(MimeMessage letter) throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        letter.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What the database keeps of the company's letters. */
    private String kept() {
        return RunningProgram.get().bean(JdbcTemplate.class)
                .queryForList("select * from mail_letter where tenant_id = ?", company.id()).toString();
    }

    @Test
    void nothingThatIsWrittenBecomesAHeader() throws Exception {
        try (var server = MailServerOfTests.start().of(admin)) {
            send(new Letter(new Mailbox("lin@example.com", "Lin\r\nBcc: spy@example.com"), "Hello\r\nBcc: spy@example.com\r\n\r\nbody", "text"));

            MimeMessage letter = server.await(1).getFirst();
            assertThat(letter.getHeader("Bcc")).isNull();
            assertThat(letter.getAllRecipients()).hasSize(1);
            assertThat(letter.getSubject()).isEqualTo("Hello Bcc: spy@example.com body");
        }
    }

    @Test
    void addressesThatHideOthersAreNone() {
        for (String address : List.of("", "lin", "lin@", "@example.com", "a@b.c, d@e.f", "Lin <a@b.c>", "a@b.c\r\nX: y", "a b@c.d", "a@b.c>", "group:a@b.c;")) {
            assertThat(Mailbox.isAddress(address)).as(address).isFalse();
        }
        for (String address : List.of("lin@example.com", "lin+crm@mail.example.co", "o'neil@example.com", "a_b-c.d@x-y.example")) {
            assertThat(Mailbox.isAddress(address)).as(address).isTrue();
        }
        assertThatThrownBy(() -> new Mailbox("a@b.c\nBcc: d@e.f", null)).isInstanceOf(IllegalArgumentException.class);
        assertThat(LIN.toString() + new Letter(LIN, "s", "t")).doesNotContain("lin@", "example");
    }

    @Test
    void whatIsRolledBackWasNeverWritten() throws Exception {
        try (var server = MailServerOfTests.start().of(admin)) {
            caller.run(() -> transaction.executeWithoutResult(status -> {
                post.send(new Letter(LIN, "never", "text"));
                status.setRollbackOnly();
            }));
            send(new Letter(LIN, "ever", "text"));

            assertThat(server.await(1)).hasSize(1);
            assertThat(server.letters().getFirst().getSubject()).isEqualTo("ever");
            assertThat(admin.get("/api/v1/settings/mail/letters").items()).hasSize(1);
        }
    }

    @Test
    void eachOfManyArrivesOnce() throws Exception {
        try (var server = MailServerOfTests.start().of(admin)) {
            caller.run(() -> transaction.executeWithoutResult(status -> {
                for (int i = 0; i < 60; i++) {
                    post.send(new Letter(LIN, "letter " + i, "text"));
                }
            }));
            await().atMost(LONG).untilAsserted(() -> assertThat(kept()).doesNotContain("waiting"));

            assertThat(server.letters()).hasSize(60);
            assertThat(server.letters().stream().map(PostTest::subject).distinct()).hasSize(60);
        }
    }

    private static String subject(MimeMessage letter) {
        try {
            return letter.getSubject() + Arrays.toString(letter.getHeader("Message-ID"));
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void aLetterWaitsForAServerThatIsAway() throws Exception {
        int port;
        Map<String, Object> settings;
        try (var server = MailServerOfTests.start().of(admin)) {
            port = server.port();
            settings = server.settings();
        }
        UUID id = send(new Letter(LIN, "later", "a secret of some length"));
        assertThat(kept()).as("it lies there sealed").contains("content=1.").doesNotContain("secret of");
        await().atMost(LONG).until(() -> !fate(id).get("error").isNull());
        assertThat(fate(id).at("/error/code").asString()).isEqualTo("mail-connection-refused");
        assertThat(fate(id).get("state").asString()).isEqualTo("waiting");
        assertThat(fate(id).get("nextAttemptAt").isNull()).isFalse();

        try (var server = MailServerOfTests.start(port)) {
            admin.put("/api/v1/settings/mail", settings).expect(200);

            assertThat(server.await(1).getFirst().getSubject()).isEqualTo("later");
            await().atMost(LONG).until(() -> fate(id).get("state").asString().equals("sent"));
            assertThat(fate(id).get("error").isNull()).isTrue();
            assertThat(fate(id).get("attempts").asInt()).isEqualTo(2);
        }
    }

    @Test
    void noLetterIsTakenWhereMailIsNotSetUp() {
        caller.run(() -> {
            assertThat(post.isOpen()).isFalse();
            assertThatThrownBy(() -> post.send(new Letter(LIN, "s", "t"))).isInstanceOf(Problem.class).hasMessageContaining("mail-not-set-up");
        });
    }

    @Test
    void linksLeadToTheAddressThatIsSettled() throws Exception {
        try (var server = MailServerOfTests.start().of(admin)) {
            assertThat(caller.call(() -> post.link("/customers/1"))).isEqualTo("https://crm.example.com/customers/1");
            assertThat(server.letters()).isEmpty();
        }
    }
}
