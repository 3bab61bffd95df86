package io.keyuan.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * An unbroken stretch of Han characters in pinyin. Blanks and punctuation do not break it, letters and digits do.
 *
 * @param letters all syllables in a row
 * @param starts where in the letters each syllable begins
 * @param initials the first letter of each syllable
 */
record Spelling(String letters, List<Integer> starts, String initials) {

    /** The stretches of the first chars of a folded text; words are read with the whole text in view. */
    static List<Spelling> of(String folded, int length, boolean person) {
        int[] text = folded.codePoints().toArray();
        String[] readings = Pinyin.readings(text, person);
        List<Spelling> spellings = new ArrayList<>();
        Stretch stretch = new Stretch();
        int places = folded.codePointCount(0, length);
        for (int i = 0; i < places; i++) {
            if (!readings[i].isEmpty()) {
                stretch.add(readings[i]);
            } else if (Hanzi.isWord(text[i])) {
                stretch.moveTo(spellings);
            }
        }
        stretch.moveTo(spellings);
        return spellings;
    }

    /** Gives the letters from each syllable on, no more than so many. */
    void eachSuffix(int longest, Consumer<String> suffix) {
        for (int start : starts) {
            suffix.accept(letters.substring(start, Math.min(letters.length(), start + longest)));
        }
    }

    /** Gives the initials from each syllable on, no more than so many. */
    void eachInitials(int longest, Consumer<String> suffix) {
        for (int start = 0; start < initials.length(); start++) {
            suffix.accept(initials.substring(start, Math.min(initials.length(), start + longest)));
        }
    }

    /** Whether the letters stand in it from a syllable on, spelt out or as initials. */
    boolean has(String typed) {
        return initials.contains(typed) || starts.stream().anyMatch(start -> letters.startsWith(typed, start));
    }

    /** A spelling under construction. */
    private static final class Stretch {
        private final StringBuilder letters = new StringBuilder();
        private final StringBuilder initials = new StringBuilder();
        private List<Integer> starts = new ArrayList<>();

        void add(String syllable) {
            starts.add(letters.length());
            letters.append(syllable);
            initials.append(syllable.charAt(0));
        }

        void moveTo(List<Spelling> spellings) {
            if (!starts.isEmpty()) {
                spellings.add(new Spelling(letters.toString(), starts, initials.toString()));
                letters.setLength(0);
                initials.setLength(0);
                starts = new ArrayList<>();
            }
        }
    }
}
