package io.keyuan.engine.text;

/** Tells Han characters, words and the rest apart. */
final class Hanzi {
    private static final int MARKS = 1 << Character.NON_SPACING_MARK | 1 << Character.COMBINING_SPACING_MARK;

    private Hanzi() {}

    /** Whether the code point is a Han character, the extensions and the zero 〇 included. */
    static boolean isHan(int codePoint) {
        if (codePoint < 0x3400) {
            return codePoint == 0x3007;
        }
        return isCommon(codePoint)
                || codePoint >= 0xF900 && codePoint <= 0xFAFF
                || codePoint >= 0x20000 && codePoint <= 0x3FFFF;
    }

    /** Whether it is one of the characters of the basic plane that every normal form leaves alone. */
    static boolean isCommon(int codePoint) {
        return codePoint >= 0x4E00 && codePoint <= 0x9FFF || codePoint >= 0x3400 && codePoint <= 0x4DBF;
    }

    /** Whether the code point is part of a word of an alphabet: a letter, a digit or a mark upon them, not Han. */
    static boolean isWord(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 'a' && codePoint <= 'z'
                    || codePoint >= '0' && codePoint <= '9'
                    || codePoint >= 'A' && codePoint <= 'Z';
        }
        return !isHan(codePoint)
                && (Character.isLetterOrDigit(codePoint) || (MARKS >> Character.getType(codePoint) & 1) != 0);
    }

    static boolean isDigit(int codePoint) {
        return codePoint >= '0' && codePoint <= '9';
    }
}
