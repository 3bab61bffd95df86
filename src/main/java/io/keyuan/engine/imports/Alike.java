package io.keyuan.engine.imports;

import java.util.Locale;

/** What becomes of a row that would be new, and is like a record that is there. */
enum Alike {
    /** It is new all the same. */
    CREATE,
    /** It is left out. */
    SKIP,
    /** The record is changed. */
    UPDATE;

    static Alike of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
