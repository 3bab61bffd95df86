package io.keyuan.identity.account;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes what nobody can guess. */
public final class Secrets {

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    /** Without the letters and digits that people mistake for each other. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** Letters and digits, of almost six bits each. */
    public static String base62(int length) {
        return random(BASE62, length);
    }

    /** A password to be read out or typed from a screen once, of 79 bits: {@code k7dm-x2qe-9hvu-mc4t}. */
    public static String readablePassword() {
        return IntStream.range(0, 4).mapToObj(group -> random(READABLE, 4)).collect(Collectors.joining("-"));
    }

    private static String random(String alphabet, int length) {
        var secret = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            secret.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return secret.toString();
    }
}
