package io.keyuan.engine.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Words for what an organisation is before the law, mistyped ones too: nobody tells organisations apart by them. */
final class LegalForms {

    private static final List<String> HAN = List.of(
            "集团股份有限公司", "集团有限责任公司", "集团有限公司", "股份有限公司", "有限责任公司", "有限公司", "股份公司", "集团公司", "总公司", "公司", "集团", "股份", "总部");
    private static final List<String> HAN_AND_MISTYPED = withMistakes();
    private static final Set<String> LATIN = Set.of(
            "gmbh", "ag", "kg", "kgaa", "ohg", "ug", "mbh", "ek", "ltd", "limited", "inc", "incorporated", "corp", "corporation", "co", "company", "llc", "llp",
            "lp", "plc", "sa", "sas", "sasu", "sarl", "srl", "spa", "bv", "nv", "ab", "oy", "oyj", "as", "aps", "pty", "pte", "sdn", "bhd", "kk", "group", "holding",
            "holdings", "grp", "gruppe", "groupe", "compagnie", "cie", "limted", "gmhb", "se",
            "youxian", "gongsi", "gufen", "jituan", "zeren", "youxiangongsi", "gufenyouxiangongsi", "youxianzerengongsi", "jituanyouxiangongsi");

    private LegalForms() {}

    /** How many chars of a folded name are left without the form at its end. */
    static int withoutForm(String name) {
        for (String form : HAN_AND_MISTYPED) {
            if (name.endsWith(form) && name.length() > form.length()) {
                return name.length() - form.length();
            }
        }
        return name.length();
    }

    static boolean isForm(String text) {
        return HAN.contains(text) || LATIN.contains(text);
    }

    /** Where the last form of a folded name ends; -1 where there is none. */
    static int endOfLast(String name) {
        return HAN.stream().filter(form -> form.length() > 1)
                .mapToInt(form -> name.lastIndexOf(form) < 0 ? -1 : name.lastIndexOf(form) + form.length())
                .max().orElse(-1);
    }

    private static List<String> withMistakes() {
        Set<String> all = new LinkedHashSet<>(HAN);
        HAN.stream().filter(form -> form.length() >= 4).forEach(form -> mistakes(form, all));
        List<String> longest = new ArrayList<>(all);
        longest.sort(Comparator.comparingInt(String::length).reversed());
        return List.copyOf(longest);
    }

    private static void mistakes(String form, Set<String> into) {
        for (int i = 0; i < form.length(); i++) {
            into.add(form.substring(0, i) + form.substring(i + 1));
            if (i + 1 < form.length()) {
                into.add(form.substring(0, i) + form.charAt(i + 1) + form.charAt(i) + form.substring(i + 2));
            }
        }
    }
}
