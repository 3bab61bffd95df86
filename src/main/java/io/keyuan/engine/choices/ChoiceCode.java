package io.keyuan.engine.choices;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the code of a new choice of its label: letters and digits of any script, so that it can be read in a filter. */
final class ChoiceCode {

    private static final int LONGEST = 40;
    private static final Pattern ONE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0," + (LONGEST - 1) + "}");

    private ChoiceCode() {}

    static boolean isOne(String text) {
        return ONE.matcher(text).matches();
    }

    static String of(String label, Set<String> taken) {
        String base = label.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        String readable = base.isEmpty() ? "choice" : base.substring(0, Math.min(base.length(), LONGEST));
        String code = readable;
        for (int number = 2; taken.contains(code); number++) {
            code = readable + "-" + number;
        }
        return code;
    }
}
