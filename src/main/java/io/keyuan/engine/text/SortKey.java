package io.keyuan.engine.text;

/**
 * A key by which names sort as people expect, where the database compares bytes ({@code COLLATE "C"}).
 *
 * <p>Numbers come first and by their value (项目2 before 项目10), then latin letters whatever their case, then Han
 * characters by pinyin and, where that is equal, by character, so that equal surnames stand together; then all other
 * scripts. Punctuation and blanks decide only between texts that are otherwise equal. A key has at most 80
 * characters, so the order of texts that begin with the same twelve or more Han characters is only nearly right. Keys
 * are stored: they depend on the pinyin table, never on the machine or its locale.
 */
public final class SortKey {
    private static final int FIRST_LEVEL = 64;
    private static final int LENGTH = 80;
    /** Ends a syllable; below every letter, so that xi sorts before xian. */
    private static final char END = '!';
    /** Stands for the syllable of a character without one; above every letter. */
    private static final char NO_SYLLABLE = '~';

    private final StringBuilder key = new StringBuilder(LENGTH);
    private final int[] text;
    private final String[] readings;
    /** Whether the first level says all there is in the text. */
    private boolean exact = true;

    private SortKey(int[] text, boolean person) {
        this.text = text;
        this.readings = Pinyin.readings(text, person);
    }

    /** The key of a text; empty for a text without visible characters. */
    public static String of(String text) {
        return of(text, false);
    }

    /** The key of a person's name, whose first character is read as a surname. */
    public static String ofPerson(String name) {
        return of(name, true);
    }

    private static String of(String text, boolean person) {
        String clean = Characters.clean(text).strip();
        String plain = Folding.plain(clean);
        SortKey key = new SortKey(plain.codePoints().toArray(), person);
        if (!key.writeFirstLevel()) {
            return Characters.first(key.key.toString(), FIRST_LEVEL);
        }
        return key.exact && plain.equals(clean) ? key.key.toString() : key.withSecondLevel(clean);
    }

    /** Writes as much as fits; says whether that was all. */
    private boolean writeFirstLevel() {
        int at = 0;
        while (at < text.length && key.length() < FIRST_LEVEL) {
            at += writeUnit(at);
        }
        return at == text.length && key.length() <= FIRST_LEVEL;
    }

    /** Writes the number or the character that begins at a place and answers how many places it took. */
    private int writeUnit(int at) {
        int c = text[at];
        if (Hanzi.isDigit(c)) {
            return writeNumber(at);
        }
        if (Hanzi.isHan(c)) {
            key.append(readings[at].isEmpty() ? NO_SYLLABLE : readings[at]).append(END).appendCodePoint(c);
        } else if (Hanzi.isWord(c)) {
            key.appendCodePoint(Character.isLowerCase(c) && c < 0x80 ? c - 'a' + 'A' : c);
        } else {
            exact = false;
        }
        return 1;
    }

    private int writeNumber(int at) {
        int start = at;
        while (start < text.length && text[start] == '0') {
            start++;
        }
        int end = start;
        while (end < text.length && Hanzi.isDigit(text[end])) {
            end++;
        }
        exact &= start == at || end == at + 1;
        writeLength(end - start);
        for (int i = start; i < end; i++) {
            key.append((char) text[i]);
        }
        return end - at;
    }

    /** A longer number is a larger one: the count of digits goes before them, a 9 meaning nine and more. */
    private void writeLength(int digits) {
        int rest = digits;
        for (; rest >= 9; rest -= 9) {
            key.append('9');
        }
        key.append((char) ('0' + Math.min(rest, 8)));
    }

    private String withSecondLevel(String clean) {
        int room = LENGTH - key.length() - 1;
        key.append(' ').append(Characters.first(clean, room));
        return key.toString();
    }
}
