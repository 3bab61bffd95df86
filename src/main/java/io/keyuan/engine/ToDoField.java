package io.keyuan.engine;

/** What stands in a list of things to do, as calendars know it (the VTODO of iCalendar, RFC 5545). */
public enum ToDoField {
    /** What is to be done; every entry has it. */
    SUMMARY,
    /** A day. */
    DUE,
    /** When it was done; empty as long as it is not. */
    DONE_AT,
    NOTE
}
