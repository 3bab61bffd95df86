package io.keyuan.backup.database;

import io.keyuan.backup.Database;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Tells companies' own trails what is done to their data past the program: by whoever has the data folder or the database. */
public final class TrailEntry {

    private static final String INSERT = """
            insert into audit_event (tenant_id, id, at, actor, kind, details, position)
            select id, ?, now(), ?, ?, ?::jsonb, pg_current_xact_id()::text::bigint + era * 1099511627776 from tenant where id = ?""";

    private TrailEntry() {}

    /**
     * Does nothing in a database of a release that kept no such trail.
     *
     * @param company whose data it was; empty for everybody's
     */
    public static void keep(Database database, Optional<UUID> company, String kind, Map<String, Object> details) throws SQLException {
        try (Connection connection = database.open()) {
            var sql = new Sql(connection);
            if (sql.is("select to_regclass('audit_event') is not null")) {
                keep(sql, company, kind, details);
            }
        }
    }

    static void keep(Sql sql, Optional<UUID> company, String kind, Map<String, Object> details) throws SQLException {
        List<UUID> companies = sql.list(row -> row.getObject(1, UUID.class), "select id from tenant");
        for (UUID each : companies) {
            if (company.isEmpty() || company.get().equals(each)) {
                sql.execute(INSERT, Ids.next(), Caller.NOBODY, kind, JsonMapper.shared().writeValueAsString(details), each);
            }
        }
    }
}
