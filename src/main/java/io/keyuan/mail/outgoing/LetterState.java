package io.keyuan.mail.outgoing;

import java.util.Locale;

/** What has become of a letter. */
enum LetterState {
    WAITING,
    SENT,
    /** It is not tried any more. */
    FAILED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LetterState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
