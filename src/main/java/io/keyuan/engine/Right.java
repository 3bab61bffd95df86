package io.keyuan.engine;

/** What one may do with the records of an object. */
public enum Right {
    CREATE,
    READ,
    EDIT,
    DELETE,
    IMPORT,
    EXPORT,
    /** Give records to somebody else. */
    ASSIGN,
    /** Change many at once. */
    BULK,
    /** Say what choices there are, and what else belongs to the object as such. */
    CONFIGURE
}
