package io.keyuan.backup;

import io.keyuan.backup.database.Snapshot;
import io.keyuan.backup.format.Head;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The companies of a database. */
public final class Companies {

    private Companies() {}

    /** @throws BackupRefused where there is none of this name */
    public static UUID named(Database database, String slug) {
        return in(database).stream()
                .filter(company -> company.slug().equals(slug))
                .findFirst()
                .map(Head.Company::id)
                .orElseThrow(() -> new BackupRefused("There is no company " + slug + " here."));
    }

    private static List<Head.Company> in(Database database) {
        try (var snapshot = new Snapshot(database.open())) {
            return snapshot.isFilled() ? snapshot.companies() : List.of();
        } catch (SQLException failure) {
            throw new BackupRefused("The database could not be read: " + BackupFile.firstLine(failure) + ".", failure);
        }
    }
}
