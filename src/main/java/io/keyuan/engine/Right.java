package io.keyuan.engine;

/** What one may do with the records of an object. */
public enum Right {
    CREATE,
    READ,
    EDIT,
    DELETE,
    IMPORT,
    EXPORT
}
