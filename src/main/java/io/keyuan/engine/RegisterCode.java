package io.keyuan.engine;

import io.keyuan.engine.text.Folding;
import java.util.Locale;

/**
 * The unified code under which a Chinese register has an organisation (统一社会信用代码, GB 32100-2015): 17 digits and letters, of which
 * a few that look like digits are never used, and a check character over them.
 */
public final class RegisterCode {

    public static final int LENGTH = 18;

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MODULUS = ALPHABET.length();
    private static final int BASE = 3;

    private RegisterCode() {}

    /** As it is written officially: however wide, in whichever case and with whatever between its groups somebody typed it. */
    public static String written(String typed) {
        return Folding.fold(typed).toUpperCase(Locale.ROOT).replaceAll("[\\s\\-·.]+", "");
    }

    /** Whether a code, as it is {@link #written}, can be one: its check character betrays a wrong or transposed character. */
    public static boolean isValid(String code) {
        return code.length() == LENGTH
                && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && code.charAt(LENGTH - 1) == check(code.substring(0, LENGTH - 1));
    }

    /** A code that can be one, for examples: the same number gives the same one. */
    public static String example(int number) {
        String body = "91350100M" + String.format(Locale.ROOT, "%08d", number);
        return body + check(body);
    }

    /** @param body the 17 characters before it */
    public static char check(String body) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * BASE % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }
}
