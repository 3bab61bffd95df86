package io.keyuan.mail.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How what is said to a mail server is kept from others. */
public enum Security {
    /** Not at all. */
    NONE,
    /** From the command STARTTLS on, without which nothing is sent. */
    STARTTLS,
    /** From the beginning. */
    TLS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return empty where there is none called so */
    public static Optional<Security> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
