package io.keyuan.program.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The compressed archive the PostgreSQL programs travel in. */
final class BinaryArchive {
    private static final int ANYBODY_MAY_EXECUTE = 0111;

    private BinaryArchive() {}

    /** Unpacks what a server needs at run time; files are on disk, not only in memory, when it returns. */
    static void unpack(InputStream archive, Path target) throws IOException {
        var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (neededToRun(entry)) {
                write(entry, tar, inside(target, entry.getName()));
            }
        }
    }

    private static boolean neededToRun(TarArchiveEntry entry) {
        return !entry.getName().endsWith(".a") && !entry.getName().contains("/pkgconfig");
    }

    private static Path inside(Path target, String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("The archive names a file outside its folder: " + name);
        }
        return path;
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            writeFile(content, path);
            boolean executable = (entry.getMode() & ANYBODY_MAY_EXECUTE) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static void writeFile(InputStream content, Path path) throws IOException {
        Files.createDirectories(path.getParent());
        try (var file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                file.write(ByteBuffer.wrap(buffer, 0, count));
            }
            file.force(true);
        }
    }
}
