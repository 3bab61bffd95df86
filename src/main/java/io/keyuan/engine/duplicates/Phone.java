package io.keyuan.engine.duplicates;

import io.keyuan.engine.text.Folding;
import io.keyuan.engine.text.PhoneDigits;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number without what notations differ in: country code, trunk zero, groups, extension.
 *
 * @param national the digits dialled within the country, area code included where one is written
 */
record Phone(String national) {

    private static final Pattern EXTENSION = Pattern.compile("(?:\\s*(?:x|ext\\.?|转|分机|#)\\s*|(?<=\\d{7})[-－])\\d{1,5}$");
    private static final int SHORTEST = 5;
    private static final int LOCAL = 8;
    private static final int TAIL = 7;

    static @Nullable Phone of(String written) {
        String bare = EXTENSION.matcher(Folding.fold(written).strip()).replaceFirst("");
        // People write the zero of the area code in brackets behind the country code.
        String national = PhoneDigits.of(bare.replace("(0)", "")).national();
        return national.length() < SHORTEST ? null : new Phone(national);
    }

    boolean isSame(Phone other) {
        return national.equals(other.national);
    }

    /** Whether one is the other without its area code, which people of one town leave out. */
    boolean isSameLocally(Phone other) {
        return endsWith(other) || other.endsWith(this);
    }

    private boolean endsWith(Phone local) {
        return local.national.length() >= TAIL && local.national.length() <= LOCAL && national.length() > local.national.length() + 1
                && national.endsWith(local.national);
    }

    /** What is the same however much of the number is written. */
    String tail() {
        return national.length() <= TAIL ? national : national.substring(national.length() - TAIL);
    }
}
