package io.keyuan.engine;

import java.util.UUID;

/**
 * Where the values of one attribute are looked up that has no column an index could be made on: a row for each record of its
 * object, with the value it sorts by, or the lowest of its kind where there is none.
 *
 * @param attribute the attribute by the id of its definition, of which there may be any number in one table
 */
public record ValueIndex(Kind kind, UUID attribute) {

    /** The tables, one for each kind of value. */
    public enum Kind {
        TEXT("attribute_text", "text", "''"),
        NUMBER("attribute_number", "numeric", "'-Infinity'::numeric"),
        DATE("attribute_date", "date", "'-infinity'::date"),
        TIME("attribute_time", "timestamptz", "'-infinity'::timestamptz"),
        REFERENCE("attribute_reference", "uuid", "'00000000-0000-0000-0000-000000000000'::uuid");

        private final String table;
        private final Column value;

        Kind(String table, String sqlType, String lowest) {
            this.table = table;
            this.value = Column.of("value", sqlType, lowest);
        }

        public String table() {
            return table;
        }

        /** The column with the values; never null there. */
        public Column value() {
            return value;
        }
    }
}
