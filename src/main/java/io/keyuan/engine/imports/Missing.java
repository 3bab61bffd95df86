package io.keyuan.engine.imports;

/** What becomes of a row that names a record or a choice that is not there. */
enum Missing {
    /** The row fails. */
    FAIL,
    /** What it names is made. */
    CREATE,
    /** The row is left out, and counted as skipped. */
    SKIP,
    /** The attribute stays empty. */
    EMPTY
}
