package io.keyuan.engine.tables;

/** The columns that entries of address books and calendars become. */
enum EntryColumn {
    ID("ID"),
    EXTERNAL_ID("External ID"),
    NAME("Name"),
    ORGANISATION("Organisation"),
    UNIT("Department"),
    POSITION("Position"),
    MOBILE("Mobile"),
    PHONE("Telephone"),
    EMAIL("E-mail"),
    WEBSITE("Website"),
    ADDRESS("Address"),
    BIRTHDAY("Birthday"),
    SUMMARY("Title"),
    START("Start"),
    END("End"),
    DUE("Due"),
    STATE("State"),
    PRIORITY("Priority"),
    PLACE("Place"),
    NOTE("Remarks"),
    /** What there is no column for, such as a third telephone number: with its name, each on a line. */
    OTHER("Other");

    private final String header;

    EntryColumn(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }
}
