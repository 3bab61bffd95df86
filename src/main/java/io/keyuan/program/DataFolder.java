package io.keyuan.program;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything the program keeps, locked for as long as this object is open: two programs on one
 * folder would destroy it. The operating system gives the lock back when the process ends, however it ends.
 */
public final class DataFolder implements AutoCloseable {
    private static final String MARK = "keyuan.txt";
    private static final long LEAST_FREE = 200L << 20;
    private static final List<String> OF_NO_ACCOUNT = List.of("lost+found");

    private final Path home;
    private final FileChannel channel;

    private DataFolder(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /**
     * Makes the folder ready and takes its lock.
     *
     * @throws Refusal when it is in use, someone else's, not writable or on a full disk
     */
    public static DataFolder open(Path home) {
        return tryOpen(home).orElseThrow(() -> Refusal.surroundings("The data folder " + home
                + " is in use by a running Keyuan; stop that one or choose another folder with --home."));
    }

    /** As {@link #open}, but empty when a running program holds the lock. */
    public static Optional<DataFolder> tryOpen(Path home) {
        try {
            Path folder = create(home);
            return Optional.ofNullable(lock(folder)).map(channel -> new DataFolder(folder, channel).checked());
        } catch (IOException failure) {
            throw Refusal.surroundings("The data folder " + home + " cannot be used (" + reason(failure)
                    + "); choose another with --home.", failure);
        }
    }

    /** The folder itself, absolute. */
    public Path path() {
        return home;
    }

    /** What the running program tells other commands about itself. */
    public Path run() {
        return home.resolve("run");
    }

    /** What only the folder's owner may know. */
    public Path secrets() {
        return home.resolve("secrets");
    }

    /** Log files. */
    public Path logs() {
        return home.resolve("logs");
    }

    /** Files that are of no use after a stop. */
    public Path temporary() {
        return home.resolve("tmp");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new IllegalStateException("The lock of " + home + " could not be released", failure);
        }
    }

    private static Path create(Path home) throws IOException {
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw new IOException("it is a file");
        }
        if (!Files.exists(home)) {
            Files.createDirectories(home);
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        }
        Path folder = home.toRealPath();
        claim(folder);
        for (String name : List.of("run", "secrets", "logs", "tmp")) {
            createPrivate(folder.resolve(name));
        }
        return folder;
    }

    /** Takes an empty folder for the program and refuses one that holds another's files. */
    private static void claim(Path folder) throws IOException {
        Path mark = folder.resolve(MARK);
        if (!Files.exists(mark)) {
            if (!empty(folder)) {
                throw new IOException("it holds files that are not Keyuan's");
            }
            Files.writeString(mark, "This folder holds the data of Keyuan: the database, its passwords, files and"
                    + " logs.\nCopy it only while Keyuan is stopped.\n");
        } else if (!Files.getOwner(mark).equals(Account.current())) {
            throw new IOException("it belongs to the account " + Files.getOwner(mark).getName());
        }
    }

    private static boolean empty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.allMatch(child -> OF_NO_ACCOUNT.contains(child.getFileName().toString()));
        }
    }

    private static void createPrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static @Nullable FileChannel lock(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve("run").resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (taken(channel)) {
            return channel;
        }
        channel.close();
        return null;
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private DataFolder checked() {
        try {
            long free = Files.getFileStore(home).getUsableSpace();
            if (free < LEAST_FREE) {
                throw new IOException("only " + (free >> 20) + " MB are free on its disk and at least "
                        + (LEAST_FREE >> 20) + " MB are needed");
            }
            return this;
        } catch (IOException failure) {
            close();
            throw Refusal.surroundings("The data folder " + home + " cannot be used (" + reason(failure)
                    + "); make room or choose another folder with --home.", failure);
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case java.nio.file.AccessDeniedException denied -> "no permission for " + denied.getFile();
            case java.nio.file.FileSystemException refused when refused.getReason() != null ->
                    refused.getReason() + ": " + refused.getFile();
            default -> String.valueOf(failure.getMessage());
        };
    }
}
