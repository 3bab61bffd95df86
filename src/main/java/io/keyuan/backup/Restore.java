package io.keyuan.backup;

import io.keyuan.backup.database.Scratch;
import io.keyuan.backup.database.Target;
import io.keyuan.backup.format.BackupReader;
import io.keyuan.backup.format.Head;
import io.keyuan.engine.file.ContentStore;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings back what is in a backup: all of it into an empty database, or one company beside those that are there. All of it is
 * there at the end, or nothing.
 *
 * @param files where the contents of files go
 * @param slug of the company that alone is to be brought back; null for all
 * @param told hears a line about each step
 */
public record Restore(Database database, BackupFile file, ContentStore files, @Nullable String slug, Consumer<String> told) {

    private static final String DISK_FULL = "53100";

    /**
     * What has come back.
     *
     * @param slugs of the companies
     * @param missing how many contents of files were neither in the backup nor in the storage
     */
    public record Restored(Head head, List<String> slugs, long rows, long missing) {}

    /** @throws BackupRefused where it cannot be done; nothing has changed then */
    public Restored run() {
        try {
            Target target = Target.of(database);
            if (slug == null && !target.isEmpty()) {
                throw new BackupRefused("There is data here already; restore into an empty folder or database, or one company with --tenant.");
            }
            return inScratch(target);
        } catch (IOException failure) {
            throw file.refused(failure);
        } catch (SQLException failure) {
            throw new BackupRefused(sentence(failure), failure);
        }
    }

    private static String sentence(SQLException failure) {
        return DISK_FULL.equals(failure.getSQLState())
                ? "The disk of the database is full; make room on it. Nothing was restored."
                : "The database refused the restore: " + BackupFile.firstLine(failure) + ". Nothing was restored.";
    }

    private Restored inScratch(Target target) throws IOException, SQLException {
        try (var backup = BackupReader.open(new BufferedInputStream(Files.newInputStream(file.path())));
                var scratch = Scratch.create(database).orElseThrow(() -> new BackupRefused("Another restore is under way in this database."))) {
            Optional<Head.Company> company = chosen(backup.head());
            check(backup.head(), company, target, scratch);
            return bring(backup, company, target, scratch);
        }
    }

    private Restored bring(BackupReader backup, Optional<Head.Company> company, Target target, Scratch scratch) throws IOException, SQLException {
        try (var contents = new FilesBack(files, company.map(Head.Company::id))) {
            told.accept("Bringing in the rows");
            long rows = scratch.load(backup, company.map(Head.Company::id), contents);
            contents.keep();
            told.accept("Bringing them up to this release");
            scratch.bringUpToDate(Map.of(
                    "file", String.valueOf(file.path().getFileName()), "made", backup.head().made(), "program", backup.head().program(), "rows", rows));
            long missing = contents.missing(scratch.contents());
            if (target.isEmpty()) {
                scratch.becomeSchema();
            } else {
                scratch.joinSchema();
            }
            contents.stay();
            return new Restored(backup.head(), slugs(backup.head()), rows, missing);
        }
    }

    private List<String> slugs(Head head) {
        return slug == null ? head.companies().stream().map(Head.Company::slug).toList() : List.of(slug);
    }

    private Optional<Head.Company> chosen(Head head) {
        return Optional.ofNullable(slug).map(wanted -> head.companies().stream()
                .filter(each -> each.slug().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new BackupRefused("There is no company " + wanted + " in " + file.path() + ".")));
    }

    private void check(Head head, Optional<Head.Company> company, Target target, Scratch scratch) throws SQLException, IOException {
        if (!scratch.knows(head.migrations())) {
            throw new BackupRefused("The file " + file.path() + " was written by a newer release (" + head.program() + "); restore it with that one.");
        }
        if (target.isEmpty()) {
            return;
        }
        UUID id = company.orElseThrow().id();
        if (target.has(id, company.get().slug())) {
            throw new BackupRefused("There is a company " + company.get().slug() + " here already; it stays as it is.");
        }
        if (!target.isUpToDate()) {
            throw new BackupRefused("The data here is of an older release; start Keyuan on it once, then restore.");
        }
    }
}
