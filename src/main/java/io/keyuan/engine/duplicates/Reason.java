package io.keyuan.engine.duplicates;

import java.util.Locale;

/** Why two records are taken for the same, or not quite. */
public enum Reason {
    SAME_NUMBER,
    SAME_ADDRESS,
    SAME_CODE,
    SHARED_NUMBER,
    SAME_NAME,
    SAME_BUT_WRITING,
    SAME_BUT_FORM,
    SAME_BUT_PLACE,
    PINYIN,
    HOMOPHONE,
    ORDER,
    TRANSPOSED,
    MISSING_CHARACTER,
    MISSING_CHARACTERS,
    SPELLING,
    SHORT_NAME,
    SAME_WITHIN,
    OTHER_NAME,
    OTHER_BRANCH,
    OTHER_PLACE,
    OTHER_ORDINAL,
    OTHER_CODE,
    OTHER_NUMBER,
    OTHER_NEAR;

    /** Its name in answers and message files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it speaks for two records being one. */
    public boolean speaksFor() {
        return compareTo(OTHER_NAME) < 0;
    }
}
