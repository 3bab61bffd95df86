package io.keyuan.backup.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A content that the rows of files refer to, and that is kept outside of the database. */
public record StoredContent(UUID tenant, String hash) {

    /** None where the database is of a release that kept no files. */
    static List<StoredContent> in(Sql sql, Optional<UUID> company) throws SQLException {
        if (sql.is("select to_regclass('record_file_version') is null")) {
            return List.of();
        }
        return sql.list(
                row -> new StoredContent(row.getObject(1, UUID.class), row.getString(2)),
                "select distinct tenant_id, hash from record_file_version where ?::uuid is null or tenant_id = ?::uuid order by 1, 2",
                company.orElse(null), company.orElse(null));
    }
}
