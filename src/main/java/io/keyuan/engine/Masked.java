package io.keyuan.engine;

/**
 * Stands in a row for a value that the reader may only see a part of.
 *
 * @param text what they see
 */
public record Masked(String text) {

    private static final String STARS = "****";

    /** Of a text, its beginning and its end where it is long enough not to be given away by them. */
    public static Masked of(String text) {
        int at = text.indexOf('@');
        return new Masked(at > 0 ? first(text, 1) + STARS + text.substring(at) : shortened(text));
    }

    private static String shortened(String text) {
        int length = text.codePointCount(0, text.length());
        if (length < 7) {
            return length < 2 ? STARS : first(text, 1) + STARS;
        }
        int kept = Math.min(4, length / 3);
        return first(text, Math.min(3, kept)) + STARS + text.substring(text.offsetByCodePoints(text.length(), -kept));
    }

    private static String first(String text, int characters) {
        return text.substring(0, text.offsetByCodePoints(0, characters));
    }

    /** Of a value that no part of says little. */
    public static Masked whole() {
        return new Masked(STARS);
    }
}
