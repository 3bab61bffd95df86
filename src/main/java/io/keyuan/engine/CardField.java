package io.keyuan.engine;

/** What stands on a business card, as address books know it (vCard, RFC 6350). */
public enum CardField {
    /** The whole name; every card has one. */
    NAME,
    ORGANISATION,
    /** A part of the organisation. */
    UNIT,
    POSITION,
    MOBILE,
    PHONE,
    EMAIL,
    WEBSITE,
    /** In one piece. */
    ADDRESS,
    BIRTHDAY,
    NOTE
}
