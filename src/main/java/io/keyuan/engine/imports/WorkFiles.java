package io.keyuan.engine.imports;

import io.keyuan.engine.jobs.StoredFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Copies of files on this node's disk while they are worked on. */
@Component
class WorkFiles {

    private static final String COPY = "upload-";
    private static final Duration KEPT = Duration.ofHours(1);

    private final StoredFiles files;
    private final Path folder;

    WorkFiles(StoredFiles files, @Value("${spring.servlet.multipart.location:${java.io.tmpdir}}") Path folder) {
        this.files = files;
        this.folder = folder;
    }

    /** A file that goes when it is closed. */
    record WorkFile(Path path) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    /** An empty one. */
    WorkFile create() throws IOException {
        return new WorkFile(Files.createTempFile(Files.createDirectories(folder), "import-", ".csv"));
    }

    WorkFile fetch(UUID stored) throws IOException {
        WorkFile file = create();
        try (InputStream content = files.open(stored)) {
            Files.copy(content, file.path(), StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /** A copy that stays for those who look at the file again and again, and goes when nobody has for an hour. */
    Path copy(UUID stored) throws IOException {
        Path copy = folder.resolve(COPY + stored + ".table");
        if (!Files.exists(copy)) {
            sweep();
            try (WorkFile fetched = fetch(stored)) {
                Files.move(fetched.path(), copy, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Files.setLastModifiedTime(copy, FileTime.from(Instant.now()));
        return copy;
    }

    private void sweep() throws IOException {
        FileTime unused = FileTime.from(Instant.now().minus(KEPT));
        try (var copies = Files.newDirectoryStream(Files.createDirectories(folder), COPY + "*")) {
            for (Path copy : copies) {
                if (Files.getLastModifiedTime(copy).compareTo(unused) < 0) {
                    Files.deleteIfExists(copy);
                }
            }
        }
    }
}
