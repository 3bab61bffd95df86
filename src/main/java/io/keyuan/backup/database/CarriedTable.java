package io.keyuan.backup.database;

import io.keyuan.backup.format.Columns;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A table whose rows belong to companies.
 *
 * @param key the column that says to which one
 * @param columns those with values of their own, the key first
 * @param size on disk, in bytes
 */
public record CarriedTable(String name, String key, List<String> columns, long size) {

    public Columns head() {
        return new Columns(name, columns);
    }

    /** @param company whose rows; empty for everybody's */
    String copyOut(Optional<UUID> company) {
        String rows = "select " + Sql.quoted(columns) + " from " + Sql.quoted(name) + " t where not (" + Omissions.of(name) + ")";
        // A UUID needs no quoting, and COPY takes no parameters.
        return "copy (" + rows + company.map(id -> " and " + Sql.quoted(key) + " = '" + id + "'").orElse("") + ") to stdout";
    }

    static String copyIn(Columns columns) {
        return "copy " + Sql.quoted(columns.table()) + " (" + Sql.quoted(columns.columns()) + ") from stdin with (freeze)";
    }
}
