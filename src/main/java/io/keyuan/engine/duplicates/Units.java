package io.keyuan.engine.duplicates;

import io.keyuan.engine.text.Pinyin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A name as what people type of it one by one: characters, each with its sound, and letters, which sound as they are. */
final class Units {

    /** What numbers and points at: names that differ in these are names of different ones. */
    private static final String TELLING = "0123456789一二三四五六七八九十东南西北甲乙丙丁";

    private static final String UMLAUTS = "aou";
    /** Behind which letters pinyin has an ü. */
    private static final String BEFORE_UMLAUT = "lnjqxy";

    private final int[] characters;
    private final String[] sounds;

    private Units(int[] characters, String[] sounds) {
        this.characters = characters;
        this.sounds = sounds;
    }

    static Units of(String folded) {
        return of(folded, folded.codePoints().anyMatch(Character::isIdeographic) ? Pinyin.syllables(folded) : List.of());
    }

    static Units ofPerson(String folded) {
        return of(folded, folded.codePoints().anyMatch(Character::isIdeographic) ? Pinyin.syllablesOfPerson(folded) : List.of());
    }

    private static Units of(String folded, List<String> syllables) {
        int[] characters = folded.codePoints().toArray();
        String[] sounds = new String[characters.length];
        boolean read = syllables.size() == folded.codePoints().filter(Character::isIdeographic).count();
        int next = 0;
        for (int i = 0; i < characters.length; i++) {
            boolean han = Character.isIdeographic(characters[i]);
            sounds[i] = han && read ? syllables.get(next++) : Character.toString(characters[i]);
        }
        return new Units(characters, sounds);
    }

    int size() {
        return characters.length;
    }

    boolean isEmpty() {
        return characters.length == 0;
    }

    String text() {
        return new String(characters, 0, characters.length);
    }

    boolean isHan() {
        for (int character : characters) {
            if (Character.isIdeographic(character)) {
                return true;
            }
        }
        return false;
    }

    String sound() {
        return String.join("", sounds);
    }

    /** The sound in letters that everybody types: ü is typed as u, ue and v. */
    String typed() {
        return typed(sound());
    }

    /** What is in letters, as everybody types them. */
    Units asTyped() {
        return of(typed());
    }

    /**
     * These letters as everybody types them: ä, ö and ü without their e, and the v of pinyin, which stands where ü sounds, as u. What is typed
     * so already stays as it is.
     */
    static String typed(String letters) {
        StringBuilder typed = new StringBuilder(letters.length());
        char before = ' ';
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (letter != 'e' || UMLAUTS.indexOf(before) < 0) {
                before = letter == 'v' && BEFORE_UMLAUT.indexOf(before) >= 0 ? 'u' : letter;
                typed.append(before);
            }
        }
        return typed.toString();
    }

    /** These letters in alphabetical order, but for e and v: these belong to an umlaut or not by what stands beside them. */
    static String ordered(String letters) {
        char[] ordered = letters.replace("e", "").replace('v', 'u').toCharArray();
        Arrays.sort(ordered);
        return new String(ordered);
    }

    /** The sound of all but one. */
    String typedWithout(int at) {
        List<String> rest = new ArrayList<>(List.of(sounds));
        rest.remove(at);
        return typed(String.join("", rest));
    }

    String firstTyped(int count) {
        return typed(String.join("", List.of(sounds).subList(0, Math.min(count, sounds.length))));
    }

    List<String> sounds() {
        return List.of(sounds);
    }

    private boolean same(int at, Units other, int there) {
        return characters[at] == other.characters[there];
    }

    private boolean sounds(int at, Units other, int there) {
        return sounds[at].equals(other.sounds[there]);
    }

    private boolean isTelling(int at) {
        return TELLING.indexOf(characters[at]) >= 0;
    }

    /** Whether both say the same with the same characters but for some that are read alike. */
    boolean isHomophone(Units other, int most) {
        if (size() != other.size()) {
            return false;
        }
        int otherwise = 0;
        for (int i = 0; i < size(); i++) {
            if (!sounds(i, other, i)) {
                return false;
            }
            otherwise += same(i, other, i) ? 0 : 1;
        }
        return otherwise <= most;
    }

    /** Whether two neighbours have changed places. */
    boolean isTransposed(Units other) {
        if (size() != other.size()) {
            return false;
        }
        int first = 0;
        while (first < size() && same(first, other, first)) {
            first++;
        }
        if (first >= size() - 1 || !same(first, other, first + 1) || !same(first + 1, other, first)) {
            return false;
        }
        return isSameFrom(first + 2, other, first + 2);
    }

    /** Whether it is the other but for one that is left out and tells nothing apart. */
    boolean isWithoutOneOf(Units other) {
        if (size() != other.size() - 1) {
            return false;
        }
        int first = 0;
        while (first < size() && same(first, other, first)) {
            first++;
        }
        return !other.isTelling(first) && isSameFrom(first, other, first + 1);
    }

    /** Whether it is the other but for two neighbours that are left out, neither at its beginning nor its end, and tell nothing apart. */
    boolean isWithoutTwoOf(Units other) {
        if (size() != other.size() - 2) {
            return false;
        }
        int first = 0;
        while (first < size() && same(first, other, first)) {
            first++;
        }
        boolean within = first >= 2 && first < size();
        return within && !other.isTelling(first) && !other.isTelling(first + 1) && isSameFrom(first, other, first + 2);
    }

    /** Whether one letter is another. */
    boolean isMisspelt(Units other) {
        if (size() != other.size() || isHan() || other.isHan()) {
            return false;
        }
        int otherwise = 0;
        for (int i = 0; i < size(); i++) {
            if (!same(i, other, i)) {
                if (isTelling(i) || other.isTelling(i)) {
                    return false;
                }
                otherwise++;
            }
        }
        return otherwise == 1;
    }

    private boolean isSameFrom(int at, Units other, int there) {
        for (int i = at; i < size(); i++) {
            if (!same(i, other, there + i - at)) {
                return false;
            }
        }
        return true;
    }
}
