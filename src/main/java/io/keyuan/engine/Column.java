package io.keyuan.engine;

import org.jspecify.annotations.Nullable;

/**
 * Where a part of an attribute's value is kept: in a column of the object's table, or as a member of a document that such a
 * column holds.
 *
 * @param name of the column, or of the member
 * @param sqlType PostgreSQL's name of its type, as in {@code unnest(?::text[])}; a member is text that PostgreSQL reads as it
 * @param read whether reading a record needs it; sort keys are only written
 * @param lowest for a column that may be null: the SQL of the lowest value of its type, which nulls sort as. Sorting by
 *     {@code coalesce(column, lowest)} lets one index serve both directions and every page.
 * @param document the column that holds the document it is a member of; null where it is a column
 */
public record Column(String name, String sqlType, boolean read, String lowest, @Nullable String document) {

    private static final String DOCUMENT = "jsonb";

    public Column(String name, String sqlType, boolean read, String lowest) {
        this(name, sqlType, read, lowest, null);
    }

    /** Whether one value of it is itself an array. */
    public boolean isArray() {
        return sqlType.endsWith("[]");
    }

    static Column of(String name, String sqlType, String lowest) {
        return new Column(name, sqlType, true, lowest);
    }

    static Column writtenOnly(String name, String sqlType, String lowest) {
        return new Column(name, sqlType, false, lowest);
    }

    /** The same as a member of a document. */
    Column in(String document, String member) {
        return new Column(member, sqlType, read, lowest, document);
    }

    /** The column of the table that holds it, with whatever else that holds. */
    public Column stored() {
        return document == null ? this : new Column(document, DOCUMENT, true, "");
    }

    /** Whether it holds members, of which each is written without the others. */
    public boolean isDocument() {
        return document == null && sqlType.equals(DOCUMENT);
    }
}
