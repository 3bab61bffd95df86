package io.keyuan.engine;

/** How the text of an attribute is made findable. */
public enum SearchKind {
    /** A name: words, characters, pinyin, initials. */
    TITLE,
    /** A person's name: as a title, with surnames read as surnames. */
    PERSON_NAME,
    TEXT,
    /** Digits from either end. */
    PHONE,
    EMAIL,
    /** Numbers and keys: whole and by their parts. */
    CODE
}
