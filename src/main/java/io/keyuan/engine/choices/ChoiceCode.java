package io.keyuan.engine.choices;

import java.util.Locale;
import java.util.Set;

/** Makes the code of a new choice of its label: letters and digits of any script, so that it can be read in a filter. */
final class ChoiceCode {

    private static final int LONGEST = 40;

    private ChoiceCode() {}

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
