package io.keyuan.identity.letter;

import java.util.Locale;

/** What people are told about their accounts, so that they notice when it was not them. */
public enum Notice {
    PASSWORD_CHANGED,
    SECOND_FACTOR_ON,
    SECOND_FACTOR_OFF,
    RECOVERY_CODE_USED,
    EMAIL_CHANGED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
