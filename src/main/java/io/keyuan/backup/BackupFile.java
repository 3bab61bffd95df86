package io.keyuan.backup;

import io.keyuan.backup.database.TrailEntry;
import io.keyuan.backup.format.BackupReader;
import io.keyuan.backup.format.DamagedBackup;
import io.keyuan.backup.format.Foot;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;

/** A backup as a file that only its owner may read. It is there when it is whole, on disk and read back, and not before. */
public record BackupFile(Path path) {

    /**
     * Takes a backup; one that has the file's name already is replaced at the end.
     *
     * @throws BackupRefused where it cannot be written; nothing of it is left then
     */
    public Backup.Written write(Backup backup) {
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            Backup.Written written = write(backup, unfinished);
            compare(written.foot(), unfinished);
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(path.resolveSibling(""));
            TrailEntry.keep(backup.database(), backup.company(), "backup-made",
                    Map.of("file", String.valueOf(path.getFileName()), "rows", written.foot().rows()));
            return written;
        } catch (IOException failure) {
            throw new BackupRefused("The backup could not be written to " + path + ": " + reason(failure) + ".", failure);
        } catch (SQLException failure) {
            throw new BackupRefused("The database could not be read, or its audit trail not be told: " + firstLine(failure) + ".", failure);
        } finally {
            forget(unfinished);
        }
    }

    private static Backup.Written write(Backup backup, Path file) throws IOException, SQLException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, ownerOnly);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Backup.Written written = backup.write(Channels.newOutputStream(channel));
            channel.force(true);
            return written;
        }
    }

    private static void compare(Foot written, Path file) throws IOException {
        if (!BackupReader.verify(Files.newInputStream(file)).equals(written)) {
            throw new IOException("what was read back is not what was written");
        }
    }

    /**
     * Reads all of the file.
     *
     * @throws BackupRefused where it is not a whole backup as it was written
     */
    public Foot verify() {
        try {
            return BackupReader.verify(Files.newInputStream(path));
        } catch (IOException failure) {
            throw refused(failure);
        }
    }

    BackupRefused refused(IOException failure) {
        return failure instanceof DamagedBackup damaged
                ? new BackupRefused("The file " + path + " " + damaged.getMessage() + ".", damaged)
                : new BackupRefused("The file " + path + " cannot be read: " + reason(failure) + ".", failure);
    }

    /** A name is on disk when its folder is. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.toAbsolutePath(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void forget(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException itWasNeverThere) {
            // The sentence about what went wrong first is the one to tell.
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case java.nio.file.NoSuchFileException missing -> "there is no " + missing.getFile();
            case java.nio.file.AccessDeniedException denied -> "no permission for " + denied.getFile();
            case FileSystemException refused when refused.getReason() != null -> refused.getReason();
            default -> firstLine(failure);
        };
    }

    static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").replaceFirst("[.]$", "");
    }
}
