package io.keyuan.engine.text;

import java.util.Arrays;
import java.util.List;

/**
 * Reads Han characters in pinyin: lower case, no tones, ü as v.
 *
 * <p>One reading for each place in a text: that of the surname for the first character of a person's name, of the
 * word for words known to be read otherwise (重庆 chongqing), of the character else.
 */
public final class Pinyin {
    private static final WordReadings WORDS = new WordReadings("words.txt");
    private static final WordReadings SURNAMES = new WordReadings("surnames.txt");

    private Pinyin() {}

    /** The syllables of the Han characters of a text; everything else is left out. */
    public static List<String> syllables(String text) {
        return withoutGaps(readings(text.codePoints().toArray(), false));
    }

    /** The syllables of a person's name, the surname read as a surname (曾 zeng, 单 shan). */
    public static List<String> syllablesOfPerson(String name) {
        return withoutGaps(readings(name.codePoints().toArray(), true));
    }

    /** For each code point its syllable, or an empty string where it has none. */
    static String[] readings(int[] text, boolean person) {
        String[] readings = new String[text.length];
        Arrays.fill(readings, "");
        int at = person ? readSurname(text, readings) : 0;
        while (at < text.length) {
            at += readWord(text, at, readings);
        }
        return readings;
    }

    private static int readSurname(int[] text, String[] readings) {
        WordReadings.Word surname = text.length == 0 ? null : SURNAMES.at(text, 0);
        if (surname == null) {
            return 0;
        }
        System.arraycopy(surname.syllables(), 0, readings, 0, surname.syllables().length);
        return surname.syllables().length;
    }

    private static int readWord(int[] text, int at, String[] readings) {
        if (!Hanzi.isHan(text[at])) {
            return 1;
        }
        WordReadings.Word word = WORDS.at(text, at);
        if (word == null) {
            readings[at] = PinyinTable.syllable(text[at]);
            return 1;
        }
        System.arraycopy(word.syllables(), 0, readings, at, word.syllables().length);
        return word.syllables().length;
    }

    private static List<String> withoutGaps(String[] readings) {
        return Arrays.stream(readings).filter(reading -> !reading.isEmpty()).toList();
    }
}
