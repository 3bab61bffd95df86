package io.keyuan.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where a letter goes or comes from.
 *
 * @param address such as {@code lin@example.com}
 * @param name of whoever has it; null where nobody said
 */
public record Mailbox(String address, @Nullable String name) {

    /** As long as SMTP allows. */
    public static final int MAX_LENGTH = 254;

    /** @throws IllegalArgumentException where no letter could go there */
    public Mailbox {
        if (!isAddress(address)) {
            throw new IllegalArgumentException("not an address of a mailbox");
        }
    }

    public static boolean isAddress(String text) {
        // The parser takes comments, groups and routes, which nobody means.
        if (text.length() > MAX_LENGTH || !text.matches("[^\\s\\p{Cntrl}<>()\",;:\\\\]+@[^\\s\\p{Cntrl}<>()\",;:\\\\@\\[\\]]+\\.?[^\\s@]+")) {
            return false;
        }
        try {
            new InternetAddress(text, true).validate();
            return true;
        } catch (AddressException malformed) {
            return false;
        }
    }

    /** For logs, where no address belongs. */
    @Override
    public String toString() {
        return address.charAt(0) + "***@***";
    }
}
