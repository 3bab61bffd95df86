package io.keyuan.mail.smtp;

import io.keyuan.mail.Letter;
import io.keyuan.mail.settings.MailSettings;
import io.keyuan.mail.settings.Security;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail server one is connected to; closed by whoever connected. */
public final class MailServer implements AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(30);

    private final MailSettings settings;
    private final Session session;
    private final Transport transport;

    private MailServer(MailSettings settings, Session session, Transport transport) {
        this.settings = settings;
        this.session = session;
        this.transport = transport;
    }

    /** @param password open; null where there is none */
    public static MailServer connect(MailSettings settings, @Nullable String password) throws MailException {
        Session session = Session.getInstance(properties(settings));
        try {
            Transport transport = session.getTransport("smtp");
            transport.connect(settings.host(), settings.port(), settings.user(), password == null ? "" : password);
            return new MailServer(settings, session, transport);
        } catch (MessagingException failure) {
            throw Causes.explained(failure);
        }
    }

    private static Properties properties(MailSettings settings) {
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", Long.toString(CONNECTING.toMillis()));
        properties.put("mail.smtp.timeout", Long.toString(ANSWERING.toMillis()));
        properties.put("mail.smtp.writetimeout", Long.toString(ANSWERING.toMillis()));
        properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.security() == Security.STARTTLS));
        properties.put("mail.smtp.from", settings.from().address());
        // It has the letter when it says so; nobody waits for its farewell.
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    /** Returns when the server has said that it has the letter. */
    public void send(UUID id, Letter letter) throws MailException {
        try {
            Message message = LetterMessage.of(session, settings, id, letter);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException failure) {
            throw Causes.explained(failure);
        }
    }

    public boolean isConnected() {
        return transport.isConnected();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException farewell) {
            // What was sent is sent.
        }
    }
}
