package io.keyuan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.backup.Content;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Mail as administrators settle and try it, against real mail servers on this machine. */
class MailSettingsTest {

    private static final String SETTINGS = "/api/v1/settings/mail";
    private static final String TEST = SETTINGS + "/test";

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    @Test
    void nothingIsSettledAtFirst() {
        assertThat(admin.get(SETTINGS).expect(200).at("/configured").asBoolean()).isFalse();
        assertThat(code(admin.post(TEST, Map.of("to", "lin@example.com")).expect(422), "")).isEqualTo("mail-not-set-up");
        assertThat(admin.get(SETTINGS + "/letters").expect(200).items()).isEmpty();
    }

    @Test
    void aTestLetterArrives() throws Exception {
        try (var server = MailServerOfTests.start().of(admin)) {
            assertThat(admin.post(TEST, Map.of("to", "lin@example.com")).expect(200).text("/to")).isEqualTo("lin@example.com");

            MimeMessage letter = server.await(1).getFirst();
            assertThat(letter.getSubject()).contains("公司 " + company.slug());
            assertThat(((InternetAddress) letter.getFrom()[0]).getPersonal()).isEqualTo("客缘销售部");
            assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(letter.getHeader("Message-ID")[0]).endsWith("@example.com>");
        }
    }

    @Test
    void itGoesToTheAdministratorsOwnAddress() throws Exception {
        try (var server = MailServerOfTests.start().of(admin)) {
            assertThat(code(admin.post(TEST, Map.of()).expect(422), "to")).isEqualTo("mail-no-own-address");
            company.signedIn().patch("/api/v1/users/" + admin.person(), 1, Map.of("email", "boss@example.com")).expect(200);

            admin.post(TEST, Map.of()).expect(200);

            assertThat(((InternetAddress) server.await(1).getFirst().getAllRecipients()[0]).getAddress()).isEqualTo("boss@example.com");
        }
    }

    @Test
    void thePasswordIsKeptSealedAndNeverAnswered() {
        try (var server = MailServerOfTests.start()) {
            TestAnswer saved = admin.put(SETTINGS, server.settings()).expect(200);
            assertThat(saved.at("/hasPassword").asBoolean()).isTrue();
            assertThat(saved.content() + admin.get(SETTINGS).content()).doesNotContain(MailServerOfTests.PASSWORD);
            assertThat(String.valueOf(Content.of(RunningProgram.get().database(), company.id()).get("mail_setting")))
                    .contains(MailServerOfTests.USER).doesNotContain("rivers");

            Map<String, Object> other = server.settings();
            other.remove("password");
            other.put("fromName", "Sales");
            assertThat(admin.put(SETTINGS, other).expect(200).at("/hasPassword").asBoolean()).as("it stays").isTrue();
            admin.post(TEST, Map.of("to", "lin@example.com")).expect(200);

            other.put("host", "localhost");
            assertThat(code(admin.put(SETTINGS, other).expect(422), "password"))
                    .as("nobody leads it to a server of their own").isEqualTo("mail-password-again");
            other.put("host", "127.0.0.1");
            other.put("password", "");
            assertThat(admin.put(SETTINGS, other).expect(200).at("/hasPassword").asBoolean()).as("it is taken away").isFalse();
        }
    }

    @Test
    void whatIsWrongIsSaidInWords() throws Exception {
        try (var server = MailServerOfTests.start(); var encrypted = MailServerOfTests.encrypted()) {
            Map<String, Object> settings = server.settings();
            settings.put("password", "wrong");
            assertCause(settings, "password", "mail-password-wrong");
            settings = server.settings();
            settings.put("host", "nowhere.invalid");
            settings.put("security", "tls");
            assertCause(settings, "host", "mail-host-unknown");
            settings = server.settings();
            settings.put("security", "starttls");
            assertCause(settings, "security", "mail-no-starttls");
            settings.put("security", "tls");
            assertCause(settings, "security", "mail-tls-failed");
            settings = encrypted.settings();
            settings.put("security", "tls");
            assertCause(settings, "security", "mail-certificate-untrusted");
            settings = server.settings();
            settings.put("port", unusedPort());
            assertCause(settings, "host", "mail-connection-refused");
        }
    }

    private void assertCause(Map<String, Object> settings, String path, String code) {
        admin.put(SETTINGS, settings).expect(200);
        TestAnswer answer = admin.post(TEST, Map.of("to", "lin@example.com")).expect(422);
        assertThat(code(answer, path)).as(answer.toString()).isEqualTo(code);
        assertThat(answer.content()).doesNotContain("fault." + code);
    }

    private static String code(TestAnswer answer, String path) {
        return Objects.requireNonNull(answer.error(path), answer::toString).get("code").asString();
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void wrongSettingsAreRefusedAllAtOnce() {
        TestAnswer answer = admin.put(SETTINGS, Map.of(
                "host", "mail server", "port", 70_000, "security", "rot13", "fromAddress", "nobody", "fromName", "Sales\r\nBcc: all@example.com",
                "replyTo", "a@b@c", "publicAddress", "javascript:alert(1)")).expect(422);

        for (String path : new String[] {"host", "port", "security", "fromAddress", "fromName", "replyTo", "publicAddress"}) {
            assertThat(answer.error(path)).as(path).isNotNull();
        }
        admin.put(SETTINGS, Map.of()).expect(422);
        admin.send("PUT", SETTINGS, "[]").expect(400);
        assertThat(code(admin.put(SETTINGS, Map.of("host", "mail.example.com", "port", 25, "security", "none", "user", "crm", "password", "x",
                "fromAddress", "crm@example.com")).expect(422), "security"))
                .as("no password goes over the net in the open").isEqualTo("mail-password-in-the-open");
    }

    @Test
    void linksLeadToWhereTheAdministratorWasWhereNothingElseIsSaid() {
        TestAnswer saved = admin.put(SETTINGS, Map.of("host", "127.0.0.1", "port", 25, "security", "none", "fromAddress", "crm@example.com")).expect(200);

        assertThat(saved.text("/publicAddress")).isEqualTo(admin.program().toString());
    }

    @Test
    void onlyAdministratorsHaveToDoWithIt() {
        TestClient lin = company.person("lin");

        lin.get(SETTINGS).expect(403);
        lin.put(SETTINGS, Map.of()).expect(403);
        lin.delete(SETTINGS).expect(403);
        lin.post(TEST, Map.of()).expect(403);
        lin.get(SETTINGS + "/letters").expect(403);
    }

    @Test
    void settingsCanBeTakenAway() {
        try (var server = MailServerOfTests.start().of(admin)) {
            admin.delete(SETTINGS).expect(204);

            assertThat(admin.get(SETTINGS).expect(200).at("/configured").asBoolean()).isFalse();
            assertThat(server.letters()).isEmpty();
        }
    }
}
