package io.keyuan.identity.oidc;

import org.jspecify.annotations.Nullable;

/** Somebody is not let in. The message is for the log and for administrators, in English, and holds no secret. */
final class SignInRefused extends Exception {

    private final Refusal refusal;

    SignInRefused(Refusal refusal, String detail) {
        this(refusal, detail, null);
    }

    SignInRefused(Refusal refusal, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
