package io.keyuan.backup.database;

import io.keyuan.backup.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Where a restore goes.
 *
 * @param isEmpty whether there is not a single table
 */
public record Target(Database database, boolean isEmpty) {

    private static final String EMPTY = """
            select not exists (select 1 from pg_class
                               where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f'))""";

    public static Target of(Database database) throws SQLException {
        try (Connection connection = database.open()) {
            return new Target(database, new Sql(connection).is(EMPTY));
        }
    }

    /** Whether there is a company with this id or this name in addresses. */
    public boolean has(UUID company, String slug) throws SQLException {
        try (Connection connection = database.open()) {
            return new Sql(connection).is("select exists (select 1 from tenant where id = ? or slug = ?)", company, slug);
        }
    }

    /** Whether it has the schema of this release. */
    public boolean isUpToDate() throws SQLException, IOException {
        try (Connection connection = database.open()) {
            List<String> applied = Migrations.appliedIn(new Sql(connection));
            return Migrations.ofThisProgram().are(applied);
        }
    }
}
