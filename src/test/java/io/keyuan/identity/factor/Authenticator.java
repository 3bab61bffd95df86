package io.keyuan.identity.factor;

import java.time.Instant;

/** The app on somebody's telephone: knows the secret and the time. */
public final class Authenticator {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    /** @param text in base 32, as the person types it */
    public Authenticator(String text) {
        secret = new byte[text.length() * 5 / Byte.SIZE];
        long buffer = 0;
        int bits = 0;
        int at = 0;
        for (char letter : text.toCharArray()) {
            buffer = buffer << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                secret[at++] = (byte) (buffer >> bits);
            }
        }
    }

    public String code() {
        return code(0);
    }

    /** @param steps half minutes from now */
    public String code(int steps) {
        return Totp.code(secret, Totp.step(Instant.now()) + steps);
    }
}
