package io.keyuan.engine.imports;

/** What an empty cell does to a record that is there. */
enum Empty {
    /** Says nothing. */
    KEEP,
    /** Empties the attribute. */
    CLEAR
}
