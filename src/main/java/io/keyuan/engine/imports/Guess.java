package io.keyuan.engine.imports;

import java.util.Locale;

/**
 * What a column may be.
 *
 * @param field the attribute, or {@code lines.product} for one of a line
 * @param confidence from 0 to 1
 */
record Guess(String field, double confidence, Reason reason) {

    /** From half on it is taken unless somebody objects. */
    static final double LIKELY = 0.5;

    /** Why. */
    enum Reason {
        /** It is called like the attribute. */
        NAME,
        /** It is called as people call the attribute in one of the languages. */
        LABEL,
        /** It is called by a word that often means the attribute. */
        SYNONYM,
        /** It is called like what the attribute points to. */
        TARGET,
        /** It is called nearly like that. */
        SIMILAR,
        /** What is in it are choices of the attribute. */
        CHOICES,
        /** What is in it are names of records the attribute points to. */
        RECORDS,
        /** What is in it looks like that. */
        CONTENT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
