package io.keyuan.program.database;

import io.keyuan.program.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The PostgreSQL programs of this release, unpacked once into the data folder. */
record PostgresBinaries(Path folder) {
    /** Checked by a test against what the unpacked server says of itself. */
    static final String VERSION = "18.6";

    private static final String UNFINISHED = ".unfinished";

    /**
     * Unpacks the programs unless that was done before. A killed unpacking leaves an unfinished folder behind, never
     * half a finished one.
     *
     * @param parent the folder that holds one folder per version
     */
    static PostgresBinaries in(Path parent, Consumer<String> progress) throws IOException {
        Path folder = parent.resolve(VERSION);
        if (!Files.isDirectory(folder)) {
            progress.accept("Unpacking PostgreSQL " + VERSION);
            unpack(parent, folder);
        }
        return new PostgresBinaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path parent, Path folder) throws IOException {
        Files.createDirectories(parent);
        deleteUnfinished(parent);
        Path unfinished = Files.createDirectory(parent.resolve(VERSION + UNFINISHED));
        try (InputStream archive = archive()) {
            BinaryArchive.unpack(archive, unfinished);
        }
        ServerAccount.makeEnterable(unfinished);
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void deleteUnfinished(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            for (Path child : children.filter(each -> each.toString().endsWith(UNFINISHED)).toList()) {
                FileSystemUtils.deleteRecursively(child);
            }
        }
    }

    private static InputStream archive() {
        String name = "/postgres-" + system() + ".txz";
        InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw Refusal.surroundings("This build carries no PostgreSQL for " + system()
                    + "; point KEYUAN_DATABASE_URL at a PostgreSQL 15 or newer.");
        }
        return archive;
    }

    private static String system() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        return (system.startsWith("mac") ? "darwin" : system)
                + (machine.equals("amd64") ? "-x86_64" : machine.equals("aarch64") ? "-arm_64" : "-" + machine);
    }
}
