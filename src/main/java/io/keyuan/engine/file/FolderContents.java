package io.keyuan.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Contents in a folder: {@code <company>/ab/cd/abcd…}. A name is there when the whole content is, since it is written beside and then
 * moved, and stays whatever happens, since file and folder are forced to the disk before anybody is told.
 */
final class FolderContents implements ContentStore {

    private static final Duration UPLOADING = Duration.ofDays(1);

    private final Path root;
    private final Path incoming;

    FolderContents(Path root) {
        this.root = root.toAbsolutePath();
        this.incoming = this.root.resolve("incoming");
    }

    @Override
    public Incoming receive() throws IOException {
        return Incoming.in(made(incoming));
    }

    @Override
    public void keep(UUID tenant, Incoming content) throws IOException {
        Path file = file(tenant, content.hash());
        if (Files.exists(file)) {
            return;
        }
        content.force();
        made(file.resolveSibling(""));
        try {
            Files.move(content.path(), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException apart) {
            throw new IOException("the folder " + root + " must lie on one file system", apart);
        }
        force(file.resolveSibling(""));
    }

    @Override
    public boolean has(UUID tenant, String hash) {
        return Files.exists(file(tenant, hash));
    }

    @Override
    public InputStream open(UUID tenant, String hash, long from) throws IOException {
        InputStream content = Files.newInputStream(file(tenant, hash));
        try {
            content.skipNBytes(from);
            return content;
        } catch (IOException failure) {
            content.close();
            throw failure;
        }
    }

    @Override
    public void delete(UUID tenant, String hash) throws IOException {
        Files.deleteIfExists(file(tenant, hash));
    }

    @Override
    public void forgetLeftovers() throws IOException {
        Instant before = Instant.now().minus(UPLOADING);
        try (var found = Files.newDirectoryStream(made(incoming))) {
            for (Path file : found) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public String place() {
        return root.toString();
    }

    private Path file(UUID tenant, String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no hash");
        }
        return root.resolve(tenant.toString()).resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
    }

    /** Makes a folder and those above it, readable by their owner only, each of them on the disk before the next. */
    private static Path made(@Nullable Path folder) throws IOException {
        if (folder == null) {
            throw new IOException("no folder");
        }
        if (!Files.isDirectory(folder)) {
            Path above = made(folder.getParent());
            try {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (java.nio.file.FileAlreadyExistsException madeMeanwhile) {
                return folder;
            }
            force(above);
        }
        return folder;
    }

    /** A name is on disk when its folder is. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
