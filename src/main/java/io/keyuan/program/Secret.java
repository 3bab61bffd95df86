package io.keyuan.program;

import java.security.SecureRandom;
import java.util.Base64;

/** A password no person has to type. */
public final class Secret {
    private static final int BYTES = 24;

    private Secret() {}

    /** Letters, digits, hyphen and underscore only, so that it needs no quoting anywhere. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
