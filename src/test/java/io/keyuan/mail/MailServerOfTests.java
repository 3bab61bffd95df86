package io.keyuan.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.keyuan.TestClient;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A real mail server on this machine, that keeps what it gets. */
public final class MailServerOfTests implements AutoCloseable {

    public static final String USER = "crm@example.com";
    public static final String PASSWORD = "wide green rivers";

    private final GreenMail server;

    private MailServerOfTests(GreenMail server) {
        this.server = server;
        server.setUser(USER, USER, PASSWORD);
        server.start();
    }

    public static MailServerOfTests start() {
        return new MailServerOfTests(new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)));
    }

    /** On a port that was another's before. */
    static MailServerOfTests start(int port) {
        return new MailServerOfTests(new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)));
    }

    /** Speaks TLS from the beginning, with a certificate that nobody has signed. */
    static MailServerOfTests encrypted() {
        return new MailServerOfTests(new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)));
    }

    int port() {
        return server.getSmtp() == null ? server.getSmtps().getPort() : server.getSmtp().getPort();
    }

    /** The settings of a company that sends by it. */
    public Map<String, Object> settings() {
        return new HashMap<>(Map.of(
                "host", "127.0.0.1", "port", port(), "security", "none", "user", USER, "password", PASSWORD,
                "fromAddress", USER, "fromName", "客缘销售部", "publicAddress", "https://crm.example.com"));
    }

    /** Has a company send by it. */
    public MailServerOfTests of(TestClient administrator) {
        administrator.put("/api/v1/settings/mail", settings()).expect(200);
        return this;
    }

    public List<MimeMessage> letters() {
        return List.of(server.getReceivedMessages());
    }

    /** All it has, as soon as there are so many. */
    public List<MimeMessage> await(int number) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> letters().size() >= number);
        return letters();
    }

    @Override
    public void close() {
        server.stop();
    }
}
