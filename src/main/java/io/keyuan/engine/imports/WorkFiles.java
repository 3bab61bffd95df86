package io.keyuan.engine.imports;

import io.keyuan.engine.jobs.StoredFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Copies of files on this node's disk while they are worked on. */
@Component
class WorkFiles {

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
}
