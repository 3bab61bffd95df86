package io.keyuan.engine.imports;

/** What becomes of a row, by whether its key is there already. */
enum Mode {
    /** All rows are new; one whose key is there fails. */
    CREATE,
    /** All rows are there; one whose key is not fails. */
    UPDATE,
    /** What is there is changed, the rest is new. */
    UPSERT
}
