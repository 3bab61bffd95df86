package io.keyuan.mail.settings;

import io.keyuan.mail.Mailbox;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a company's mail goes out.
 *
 * @param user who signs in at the mail server; null where nobody does
 * @param password sealed; null where there is none
 * @param replyTo where answers go; null for the sender's own address
 * @param publicAddress where people reach the console, such as {@code https://crm.example.com}, for links in letters
 */
public record MailSettings(
        String host, int port, Security security, @Nullable String user, @Nullable String password, Mailbox from,
        @Nullable String replyTo, String publicAddress) {

    /** Whether a password that was given for the other would now be told to somebody else, or more openly. */
    public boolean speaksToAnother(MailSettings other) {
        return !host.equalsIgnoreCase(other.host) || port != other.port || security != other.security || !Objects.equals(user, other.user);
    }

    public MailSettings withPassword(@Nullable String sealed) {
        return new MailSettings(host, port, security, user, sealed, from, replyTo, publicAddress);
    }

    @Override
    public String toString() {
        return "MailSettings";
    }
}
