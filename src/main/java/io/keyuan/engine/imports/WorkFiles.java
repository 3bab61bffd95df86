package io.keyuan.engine.imports;

import io.keyuan.engine.jobs.StoredFiles;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Copies of files on this node's disk while they are worked on. */
@Component
class WorkFiles {

    private static final Logger LOG = LoggerFactory.getLogger(WorkFiles.class);
    private static final String WORK = "import-";
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
        return new WorkFile(Files.createTempFile(Files.createDirectories(folder), WORK, ".csv"));
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
            sweep(COPY, Instant.now().minus(KEPT));
            try (WorkFile fetched = fetch(stored)) {
                Files.move(fetched.path(), copy, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Files.setLastModifiedTime(copy, FileTime.from(Instant.now()));
        return copy;
    }

    /** A program that was killed leaves what it worked on. */
    @PostConstruct
    void sweepLeftovers() {
        try {
            sweep(WORK, Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
        } catch (IOException e) {
            LOG.warn("Files of an earlier run stay in {}: {}", folder, e.toString());
        }
    }

    private void sweep(String kind, Instant before) throws IOException {
        try (var found = Files.newDirectoryStream(Files.createDirectories(folder), kind + "*")) {
            for (Path file : found) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
