package io.keyuan.engine.duplicates;

import io.keyuan.engine.text.Folding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an organisation, taken apart into what tells it from others and what does not.
 *
 * @param written folded, without blanks and punctuation
 * @param core without place, legal form and branch: what people call it
 * @param whole without the legal form only
 * @param places it names
 * @param branch of it; empty for the organisation itself
 * @param ordinals in it, one after the other
 * @param words of one in letters, as everybody types them
 */
record OrganisationName(
        String written, Units core, Units whole, Set<Places.Place> places, String branch, String ordinals, List<String> words) {

    private static final Pattern BRACKETS = Pattern.compile("[(\\[{<【〔《「『“\"]([^)\\]}>】〕》」』”\"]*)[)\\]}>】〕》」』”\"]?");
    private static final Pattern SILENT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BRANCH = Pattern.compile(
            "(分公司|分厂|分店|分行|支行|营业部|营业厅|办事处|事业部|分部|分院|分校|分所|分社|分中心|连锁店|专卖店|旗舰店|门店|体验店|代表处|经营部|项目部)$");
    private static final Set<String> LATIN_BRANCH = Set.of("branch", "office", "niederlassung", "filiale", "succursale", "agence", "division", "store");
    private static final Set<String> SILENT_WORDS = Set.of("and", "und", "et", "the", "of", "der", "die", "de");
    private static final Pattern ORDINALS = Pattern.compile("[0-9]+|[一二三四五六七八九十]+");
    private static final Pattern DISTRICT = Pattern.compile("^\\p{IsHan}{1,3}?(?:新区|区|县|镇|街道)");
    private static final int LEAST = 2;
    private static final int LOCATED = 3;

    static OrganisationName of(String name) {
        String folded = Folding.fold(name).strip();
        return folded.codePoints().anyMatch(Character::isIdeographic) ? ofHan(folded) : ofWords(folded);
    }

    private static OrganisationName ofHan(String folded) {
        Set<Places.Place> places = new HashSet<>();
        String flat = SILENT.matcher(withoutBrackets(folded, places)).replaceAll("");
        String written = SILENT.matcher(folded).replaceAll("");
        String branch = branch(flat);
        String main = flat.substring(0, flat.length() - branch.length());
        String whole = withoutForms(main);
        String core = withoutPlaces(whole, places);
        return new OrganisationName(
                written, Units.of(core), Units.of(whole), Set.copyOf(places), normal(branch), ordinals(core), List.of());
    }

    /** A place in brackets may stand anywhere; what else is in brackets belongs where it stands. */
    private static String withoutBrackets(String folded, Set<Places.Place> places) {
        Matcher matcher = BRACKETS.matcher(folded);
        StringBuilder flat = new StringBuilder();
        while (matcher.find()) {
            String inside = SILENT.matcher(matcher.group(1)).replaceAll("");
            Places.Found found = Places.at(inside, 0);
            if (found != null && found.length() == inside.length()) {
                places.add(found.place());
                inside = "";
            }
            matcher.appendReplacement(flat, Matcher.quoteReplacement(LegalForms.isForm(inside) ? "" : inside));
        }
        return matcher.appendTail(flat).toString();
    }

    /** From the end of the legal form on, or from the place before the word for a branch. */
    private static String branch(String flat) {
        Matcher matcher = BRANCH.matcher(flat);
        if (!matcher.find()) {
            int end = LegalForms.endOfLast(flat);
            String rest = end > LEAST ? flat.substring(end) : "";
            // What follows the legal form is a part of the organisation, whatever it is called.
            boolean form = LegalForms.isForm(rest) || LegalForms.withoutForm("_" + rest) == 1;
            return rest.length() > 1 && !form && Places.at(rest, 0) == null ? rest : "";
        }
        String before = flat.substring(0, matcher.start());
        int end = LegalForms.endOfLast(before);
        if (end > LEAST) {
            return flat.substring(end);
        }
        Places.Found place = Places.before(before);
        int start = place == null || before.length() - place.length() < LEAST ? before.length() : before.length() - place.length();
        return flat.substring(start);
    }

    private static String withoutForms(String name) {
        String rest = name;
        int left = LegalForms.withoutForm(rest);
        while (left < rest.length() && left >= LEAST) {
            rest = rest.substring(0, left);
            left = LegalForms.withoutForm(rest);
        }
        return rest;
    }

    private static String withoutPlaces(String name, Set<Places.Place> places) {
        String rest = name;
        Places.Found first = Places.at(rest, 0);
        while (first != null && rest.length() - first.length() >= LEAST) {
            places.add(first.place());
            rest = rest.substring(first.length());
            if (name.charAt(name.length() - rest.length() - 1) == '市') {
                Matcher district = DISTRICT.matcher(rest);
                rest = district.find() && rest.length() - district.end() >= LEAST ? rest.substring(district.end()) : rest;
            }
            first = Places.at(rest, 0);
        }
        Places.Found last = Places.before(rest);
        if (last != null && rest.length() - last.length() >= LOCATED) {
            places.add(last.place());
            rest = rest.substring(0, rest.length() - last.length());
        }
        return rest;
    }

    private static OrganisationName ofWords(String folded) {
        Set<Places.Place> places = new HashSet<>();
        List<String> all = words(folded);
        List<String> telling = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        boolean branch = false;
        for (String word : all) {
            String typed = Units.typed(word);
            Places.Place place = Places.ofWord(typed);
            branch |= LATIN_BRANCH.contains(typed);
            if (place != null) {
                places.add(place);
            }
            if (!LegalForms.isForm(typed)) {
                whole.add(word);
                if (place == null && !LATIN_BRANCH.contains(typed)) {
                    telling.add(word);
                }
            }
        }
        List<String> core = !telling.isEmpty() ? telling : !whole.isEmpty() ? whole : all;
        String joined = String.join("", core);
        return new OrganisationName(
                Units.typed(String.join("", all)), Units.of(joined), Units.of(String.join("", whole.isEmpty() ? all : whole)), Set.copyOf(places),
                branch ? places.toString() : "", ordinals(joined), core.stream().map(Units::typed).toList());
    }

    private static List<String> words(String folded) {
        String apart = folded.replaceAll("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)", "").replace("'", "").replace("’", "");
        List<String> words = new ArrayList<>();
        for (String word : SILENT.split(apart, -1)) {
            if (!word.isEmpty() && !SILENT_WORDS.contains(word)) {
                words.add(word);
            }
        }
        return words.isEmpty() ? List.of(folded) : words;
    }

    private static String normal(String branch) {
        return branch.replaceAll("[市省区县]|^第", "");
    }

    private static String ordinals(String core) {
        StringBuilder ordinals = new StringBuilder();
        ORDINALS.matcher(core).results().forEach(found -> ordinals.append(found.group()).append(' '));
        return ordinals.toString();
    }

    /** What it says at all. */
    boolean isEmpty() {
        return whole.isEmpty();
    }

    Likeness likeness(OrganisationName other) {
        if (isEmpty() || other.isEmpty()) {
            return Likeness.NONE;
        }
        if (written.equals(other.written)) {
            return Likeness.of(100, Reason.SAME_NAME);
        }
        Likeness alike = core(other).or(whole(other));
        if (alike.value() == 0) {
            return Likeness.NONE;
        }
        if (!branch.equals(other.branch)) {
            return Likeness.apart(Reason.OTHER_BRANCH);
        }
        if (!ordinals.equals(other.ordinals) && !isSpelt(other)) {
            return Likeness.apart(Reason.OTHER_ORDINAL);
        }
        return Places.contradict(places, other.places) ? Likeness.apart(Reason.OTHER_PLACE) : alike;
    }

    /** Whether one is written in characters and the other is not: then numbers are written otherwise as well. */
    private boolean isSpelt(OrganisationName other) {
        return core.isHan() != other.core.isHan();
    }

    private Likeness core(OrganisationName other) {
        Likeness alike = likeness(core, other.core, !places.equals(other.places));
        if (alike.value() == 0 && words.size() > 1 && Set.copyOf(words).equals(Set.copyOf(other.words))) {
            return Likeness.of(90, Reason.ORDER);
        }
        return alike;
    }

    private Likeness whole(OrganisationName other) {
        return likeness(whole, other.whole, false);
    }

    private static Likeness likeness(Units one, Units other, boolean otherPlaces) {
        int shorter = Math.min(one.size(), other.size());
        boolean mixed = one.isHan() != other.isHan();
        int less = otherPlaces ? 6 : 0;
        if (one.typed().equals(other.typed())) {
            if (mixed) {
                return Likeness.of(92 - less, Reason.PINYIN);
            }
            boolean same = !one.isHan() || one.isHomophone(other, 0);
            int brief = shorter < 3 && one.isHan() && otherPlaces ? 20 : 0;
            return same
                    ? Likeness.of(96 - less - brief, otherPlaces ? Reason.SAME_BUT_PLACE : Reason.SAME_BUT_FORM)
                    : one.isHomophone(other, 2) && shorter >= 3 ? Likeness.of(82 - less, Reason.HOMOPHONE) : Likeness.NONE;
        }
        Likeness alike = mistyped(one, other, less);
        return alike.value() > 0 || one.isHan() || other.isHan() ? alike : mistyped(one.asTyped(), other.asTyped(), less);
    }

    private static Likeness mistyped(Units one, Units other, int less) {
        boolean han = one.isHan() || other.isHan();
        int least = han ? 3 : 5;
        int shorter = Math.min(one.size(), other.size());
        if (shorter < least) {
            return Likeness.NONE;
        }
        if (one.isTransposed(other)) {
            return Likeness.of(86 - less, Reason.TRANSPOSED);
        }
        if (one.isWithoutOneOf(other) || other.isWithoutOneOf(one)) {
            return Likeness.of(82 - less, Reason.MISSING_CHARACTER);
        }
        if (han && shorter > least && (one.isWithoutTwoOf(other) || other.isWithoutTwoOf(one))) {
            // 启松机械 may be short for 启松精密机械, or its sister: somebody should look.
            return Likeness.of(60 - less, Reason.MISSING_CHARACTERS);
        }
        return one.isMisspelt(other) && shorter > least ? Likeness.of(80 - less, Reason.SPELLING) : Likeness.NONE;
    }
}
