package io.keyuan.mail.smtp;

import io.keyuan.mail.Letter;
import io.keyuan.mail.Mailbox;
import io.keyuan.mail.settings.MailSettings;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** A letter as it goes over the wire. Its id is made of the letter's, so that whoever gets it twice can tell. */
final class LetterMessage extends MimeMessage {

    private static final String CHARSET = StandardCharsets.UTF_8.name();

    private final String id;

    private LetterMessage(Session session, String id) {
        super(session);
        this.id = id;
    }

    static LetterMessage of(Session session, MailSettings settings, UUID id, Letter letter) throws MessagingException {
        String sender = settings.from().address();
        var message = new LetterMessage(session, "<" + id + sender.substring(sender.lastIndexOf('@')) + ">");
        message.setFrom(address(settings.from()));
        message.setRecipient(Message.RecipientType.TO, address(letter.to()));
        if (settings.replyTo() != null) {
            message.setReplyTo(new Address[] {new InternetAddress(settings.replyTo())});
        }
        message.setSubject(letter.subject(), CHARSET);
        message.setSentDate(Date.from(Instant.now()));
        // RFC 3834: nobody's absence is to be answered to a program.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setContent(letter);
        message.saveChanges();
        return message;
    }

    private static InternetAddress address(Mailbox mailbox) throws MessagingException {
        try {
            // A line break in a name would begin another header.
            String name = mailbox.name() == null ? null : mailbox.name().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
            return new InternetAddress(mailbox.address(), name, CHARSET);
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("every Java has UTF-8", impossible);
        }
    }

    private void setContent(Letter letter) throws MessagingException {
        if (letter.html() == null) {
            setText(letter.text(), CHARSET);
            return;
        }
        var text = new MimeBodyPart();
        text.setText(letter.text(), CHARSET);
        var html = new MimeBodyPart();
        html.setText(letter.html(), CHARSET, "html");
        setContent(new MimeMultipart("alternative", text, html));
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
