package io.keyuan.engine.duplicates;

import io.keyuan.engine.text.Folding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a person, whichever of its parts comes first.
 *
 * @param characters of a Chinese name, family name first as far as that can be told; empty for others
 * @param words of any other name, in alphabetical order; those of the sound of a Chinese one, family name and given name
 * @param family of a Chinese name; the first of the words as written else
 */
record PersonName(Units characters, List<String> words, String family, boolean titled) {

    private static final Pattern TITLES = Pattern.compile(
            "(先生|女士|小姐|太太|老师|博士|教授|经理|总经理|总监|董事长|主任|医生|律师|工程师|处长|科长|老板|总|工|董)$");
    private static final Set<String> LATIN_TITLES = Set.of(
            "mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "sir", "madam", "mme", "ing", "dipl", "jr", "sr");
    private static final Pattern SILENT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NOT_HAN = Pattern.compile("[^\\p{IsHan}]+");
    private static final Set<String> DOUBLE = Set.of(
            "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "长孙", "端木", "独孤", "南宫", "万俟", "单于", "澹台", "轩辕");

    static PersonName of(String name) {
        String folded = Folding.fold(name).strip();
        String han = NOT_HAN.matcher(folded).replaceAll("");
        return han.isEmpty() ? ofWords(folded) : ofHan(han);
    }

    private static PersonName ofHan(String han) {
        String bare = TITLES.matcher(han).replaceFirst("");
        boolean titled = !bare.isEmpty() && bare.length() < han.length() && bare.length() <= 2;
        String name = bare.isEmpty() ? han : bare;
        int family = name.length() > 2 && DOUBLE.contains(name.substring(0, 2)) ? 2 : 1;
        Units characters = Units.ofPerson(name);
        List<String> sounds = characters.sounds();
        int first = Math.min(family, sounds.size());
        List<String> words = new ArrayList<>(List.of(String.join("", sounds.subList(0, first)), String.join("", sounds.subList(first, sounds.size()))));
        words.removeIf(String::isEmpty);
        return new PersonName(characters, words, name.substring(0, Math.min(family, name.length())), titled);
    }

    private static PersonName ofWords(String folded) {
        List<String> words = new ArrayList<>();
        for (String word : SILENT.split(folded.replace("'", "").replace("’", ""), -1)) {
            if (!word.isEmpty() && !LATIN_TITLES.contains(word)) {
                words.add(Units.typed(word));
            }
        }
        String family = words.isEmpty() ? "" : words.getFirst();
        return new PersonName(Units.of(""), List.copyOf(words), family, false);
    }

    /** The letters it sounds like, in alphabetical order: the same however its parts are ordered and joined. */
    String letters() {
        return Units.ordered(Units.typed(sound()));
    }

    String sound() {
        return characters.isEmpty() ? String.join("", words) : characters.sound();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    Likeness likeness(PersonName other) {
        if (isEmpty() || other.isEmpty()) {
            return Likeness.NONE;
        }
        if (characters.isEmpty() != other.characters.isEmpty()) {
            return isReading(other) ? Likeness.of(88, Reason.PINYIN) : Likeness.NONE;
        }
        return characters.isEmpty() ? words(other) : han(other);
    }

    private Likeness han(PersonName other) {
        if (characters.isHomophone(other.characters, 0)) {
            return titled || other.titled ? Likeness.of(characters.size() == 1 ? 50 : 90, Reason.SHORT_NAME) : Likeness.of(characters.size() == 1 ? 50 : 100, Reason.SAME_NAME);
        }
        if (titled && characters.size() == 1 || other.titled && other.characters.size() == 1) {
            return family.equals(other.family) ? Likeness.of(50, Reason.SHORT_NAME) : Likeness.NONE;
        }
        if (isTurned(other) || other.isTurned(this)) {
            return Likeness.of(92, Reason.ORDER);
        }
        if (characters.size() >= 2 && characters.isHomophone(other.characters, 1)) {
            return Likeness.of(84, Reason.HOMOPHONE);
        }
        if (characters.size() >= 3 && characters.isTransposed(other.characters)) {
            return Likeness.of(86, Reason.TRANSPOSED);
        }
        boolean shorter = characters.isWithoutOneOf(other.characters) || other.characters.isWithoutOneOf(characters);
        return shorter && family.equals(other.family) && Math.max(characters.size(), other.characters.size()) >= 3
                ? Likeness.of(66, Reason.MISSING_CHARACTER)
                : Likeness.NONE;
    }

    /** Whether the other is this with the family name last. */
    private boolean isTurned(PersonName other) {
        return other.characters.text().equals(characters.text().substring(family.length()) + family);
    }

    /** Whether the words of one are how the other is read, family name first or last, the syllables apart or together. */
    private boolean isReading(PersonName other) {
        PersonName han = characters.isEmpty() ? other : this;
        PersonName latin = characters.isEmpty() ? this : other;
        if (han.words.size() < 2) {
            return false;
        }
        String familyFirst = han.words.getFirst() + han.words.getLast();
        String familyLast = han.words.getLast() + han.words.getFirst();
        String joined = String.join("", latin.words);
        String read = Units.typed(familyFirst);
        return joined.equals(read) || joined.equals(Units.typed(familyLast));
    }

    private Likeness words(PersonName other) {
        if (words.equals(other.words)) {
            return Likeness.of(words.size() == 1 ? 70 : 100, Reason.SAME_NAME);
        }
        List<String> mine = sorted(words);
        List<String> theirs = sorted(other.words);
        if (mine.equals(theirs) || String.join("", words).equals(String.join("", other.words)) || isTurnedJoined(other) || other.isTurnedJoined(this)) {
            return Likeness.of(94, Reason.ORDER);
        }
        if (mine.size() >= 2 && theirs.size() >= 2) {
            if (mine.containsAll(theirs) || theirs.containsAll(mine)) {
                return Likeness.of(84, Reason.SHORT_NAME);
            }
            if (isAbbreviated(mine, theirs) || isAbbreviated(theirs, mine)) {
                return Likeness.of(76, Reason.SHORT_NAME);
            }
            return misspelt(mine, theirs);
        }
        return Likeness.NONE;
    }

    /** Whether the other is these words with the first ones last, however they are joined. */
    private boolean isTurnedJoined(PersonName other) {
        String joined = String.join("", other.words);
        List<String> turned = new ArrayList<>(words);
        for (int i = 1; i < words.size(); i++) {
            Collections.rotate(turned, 1);
            if (joined.equals(String.join("", turned))) {
                return true;
            }
        }
        return false;
    }

    /** Whether one word is the first letter of another and all else is the same. */
    private static boolean isAbbreviated(List<String> brief, List<String> whole) {
        if (brief.size() != whole.size()) {
            return false;
        }
        List<String> left = new ArrayList<>(whole);
        List<String> initials = new ArrayList<>();
        brief.forEach(word -> {
            if (!left.remove(word)) {
                initials.add(word);
            }
        });
        return initials.size() == 1 && initials.getFirst().length() == 1 && left.getFirst().startsWith(initials.getFirst());
    }

    private static Likeness misspelt(List<String> mine, List<String> theirs) {
        List<String> some = new ArrayList<>(mine);
        List<String> others = new ArrayList<>(theirs);
        theirs.forEach(some::remove);
        mine.forEach(others::remove);
        if (some.size() != 1 || others.size() != 1 || mine.size() != theirs.size() || Math.min(some.getFirst().length(), others.getFirst().length()) < 3) {
            return Likeness.NONE;
        }
        Units one = Units.of(some.getFirst());
        Units other = Units.of(others.getFirst());
        if (one.isTransposed(other)) {
            return Likeness.of(84, Reason.TRANSPOSED);
        }
        if (one.isWithoutOneOf(other) || other.isWithoutOneOf(one)) {
            return Likeness.of(82, Reason.MISSING_CHARACTER);
        }
        return one.isMisspelt(other) && one.size() >= 5 ? Likeness.of(74, Reason.SPELLING) : Likeness.NONE;
    }

    private static List<String> sorted(List<String> words) {
        return words.stream().sorted().toList();
    }
}
