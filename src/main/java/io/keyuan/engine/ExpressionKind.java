package io.keyuan.engine;

/** What the expression language takes a value for. */
public enum ExpressionKind {
    TEXT,
    /** Whole and decimal numbers compare with each other. */
    NUMBER,
    /** Compares by its amount in the tenant's base currency, or in a currency of its own. */
    MONEY,
    /** Looked into for words; a dot leads to its parts, which are text. */
    ADDRESS,
    DATE,
    TIME,
    YES_NO,
    /** Compares with codes of the attribute's choices. */
    CHOICE,
    /** Holds any of the attribute's choices: one looks whether some are among them. */
    CHOICES,
    /** Compares with ids; a dot leads to the attributes of the record it points to. */
    REFERENCE,
    /** Rows of another object; not comparable. */
    ROWS
}
