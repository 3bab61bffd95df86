package io.keyuan.engine.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings text that people hold for the same into the same form.
 *
 * <p>Compatibility forms and full-width characters become the ordinary ones (NFKC), letters lower case, accents on
 * latin letters go, traditional characters become simplified. Folding a folded text changes nothing.
 */
public final class Folding {
    private static final char UNSETTLED = 0;

    private Folding() {}

    /** Folds a text for comparing and searching. */
    public static String fold(String text) {
        return simplify(plain(text));
    }

    /** Folds all but traditional characters. */
    static String plain(String text) {
        char[] quick = new char[text.length()];
        boolean changed = false;
        for (int i = 0; i < quick.length; i++) {
            char from = text.charAt(i);
            char to = quick(from);
            if (to == UNSETTLED) {
                return normalise(text);
            }
            quick[i] = to;
            changed |= to != from;
        }
        return changed ? new String(quick) : text;
    }

    /** Most names hold nothing but ASCII, common Han characters and full-width punctuation. */
    private static char quick(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
        }
        if (Hanzi.isCommon(c)) {
            return c;
        }
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return quick((char) (c - 0xFEE0));
        }
        return c == 0x3000 ? ' ' : UNSETTLED;
    }

    private static String normalise(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
        return Normalizer.normalize(withoutAccents(apart), Normalizer.Form.NFKC);
    }

    private static String withoutAccents(String apart) {
        StringBuilder bare = new StringBuilder(apart.length());
        boolean latin = false;
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
            if (!mark) {
                latin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
                bare.append(spelt(c));
            } else if (!latin) {
                bare.append(c);
            }
        }
        return bare.toString();
    }

    /** Latin letters that have no accent to lose but are commonly typed without their stroke. */
    private static String spelt(char c) {
        return switch (c) {
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ø' -> "o";
            case 'đ' -> "d";
            case 'ł' -> "l";
            case 'ı' -> "i";
            default -> String.valueOf(c);
        };
    }

    private static String simplify(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x3400 && (Character.isSurrogate(c) || Simplified.of(c) != c)) {
                return text.codePoints()
                        .map(Simplified::of)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}
