package io.keyuan.engine.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The legal form at the end of a Chinese company name, which nobody types to tell companies apart.
 *
 * <p>Names are read in pinyin without it; a query that does spell it out (bjkjyxgs) is shortened in the same way.
 */
final class LegalForm {
    private static final List<String> FORMS =
            List.of("股份有限公司", "有限责任公司", "有限公司", "总公司", "公司", "集团", "股份");
    private static final List<String> SPELT = FORMS.stream()
            .map(form -> String.join("", Pinyin.syllables(form)))
            .toList();
    private static final List<String> INITIALS = FORMS.stream()
            .map(form -> initials(Pinyin.syllables(form)))
            .toList();

    private LegalForm() {}

    /** How many chars of a folded name come before its legal form; all of them if nothing else would be left. */
    static int coreLength(String folded) {
        int end = withoutPunctuation(folded, folded.length());
        for (int shorter = withoutForm(folded, end); shorter < end; shorter = withoutForm(folded, end)) {
            end = withoutPunctuation(folded, shorter);
        }
        return end == 0 ? folded.length() : end;
    }

    /** What spelt pinyin means without the legal form, whole or begun, at its end; several readings are possible. */
    static List<String> speltCores(String letters) {
        return cores(letters, SPELT);
    }

    /** The same for initials. */
    static List<String> initialCores(String letters) {
        return cores(letters, INITIALS);
    }

    private static List<String> cores(String letters, List<String> forms) {
        List<String> cores = new ArrayList<>();
        for (int end = letters.length() - 1; end >= 2; end--) {
            if (isTail(letters.substring(end), forms)) {
                cores.add(letters.substring(0, end));
            }
        }
        return cores;
    }

    private static boolean isTail(String tail, List<String> forms) {
        return forms.stream()
                .anyMatch(form -> form.startsWith(tail)
                        || tail.startsWith(form) && isTail(tail.substring(form.length()), forms));
    }

    private static int withoutForm(String folded, int end) {
        for (String form : FORMS) {
            if (folded.startsWith(form, end - form.length())) {
                return end - form.length();
            }
        }
        return end;
    }

    private static int withoutPunctuation(String folded, int length) {
        int end = length;
        while (end > 0 && isPunctuation(folded.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isPunctuation(char c) {
        return !Character.isSurrogate(c) && !Hanzi.isHan(c) && !Hanzi.isWord(c);
    }

    private static String initials(List<String> syllables) {
        StringBuilder initials = new StringBuilder();
        syllables.forEach(syllable -> initials.append(syllable.charAt(0)));
        return initials.toString();
    }
}
