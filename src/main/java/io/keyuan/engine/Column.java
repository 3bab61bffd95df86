package io.keyuan.engine;

/**
 * A column of an object's table.
 *
 * @param sqlType PostgreSQL's name of its type, as in {@code unnest(?::text[])}
 * @param read whether reading a record needs it; sort keys are only written
 * @param lowest for a column that may be null: the SQL of the lowest value of its type, which nulls sort as. Sorting by
 *     {@code coalesce(column, lowest)} lets one index serve both directions and every page.
 */
public record Column(String name, String sqlType, boolean read, String lowest) {

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
}
