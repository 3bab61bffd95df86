package io.keyuan.engine.duplicates;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happens when somebody saves a record that is like another. */
public enum OnSave {
    /** It is saved. */
    NOTHING,
    /** They are told, and may save it all the same. */
    WARN,
    /** It is not saved, but for those who settle what belongs to the object. */
    REFUSE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<OnSave> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
