package io.keyuan.program.database;

import io.keyuan.program.PrivateFile;
import io.keyuan.program.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The passwords of the embedded database, made at random when it is created and known only to the folder's owner.
 *
 * @param superuser password of {@code postgres}, which only the program's own upkeep uses
 * @param owner password of {@code keyuan}, the ordinary role that owns the data
 */
record DatabaseSecrets(String superuser, String owner) {

    /** Reads the passwords, or makes them when there are none yet. */
    static DatabaseSecrets in(Path folder) throws IOException {
        Path file = folder.resolve("database");
        if (!Files.exists(file)) {
            PrivateFile.write(file, String.join("\n", Secret.random(), Secret.random()) + "\n");
        }
        List<String> lines = Files.readAllLines(file);
        return new DatabaseSecrets(lines.get(0), lines.get(1));
    }
}
