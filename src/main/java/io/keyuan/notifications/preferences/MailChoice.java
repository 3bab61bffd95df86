package io.keyuan.notifications.preferences;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When somebody is told by mail. */
public enum MailChoice {
    NOW,
    /** With what else was new, on the hour. */
    HOURLY,
    /** With what else was new, in the morning. */
    DAILY,
    OFF;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MailChoice> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
