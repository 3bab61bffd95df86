package io.keyuan.engine.file;

import io.keyuan.engine.jobs.Errand;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads the texts of files, one after the other, behind those who bring them. */
@Component
class ReadTexts implements Errand {

    private static final Logger LOG = LoggerFactory.getLogger(ReadTexts.class);

    private final FileTexts texts;
    private final ContentStore store;
    private final TextExtraction extraction;
    private final Path folder;

    ReadTexts(
            FileTexts texts, ContentStore store, TextExtraction extraction,
            @Value("${spring.servlet.multipart.location:${java.io.tmpdir}}") Path folder) {
        this.texts = texts;
        this.store = store;
        this.extraction = extraction;
        this.folder = folder.toAbsolutePath();
    }

    @Override
    public String name() {
        return "texts of files";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(BooleanSupplier stopping) {
        FileTexts.Waiting next = stopping.getAsBoolean() ? null : texts.claim();
        while (next != null) {
            read(next);
            next = stopping.getAsBoolean() ? null : texts.claim();
        }
    }

    private void read(FileTexts.Waiting waiting) {
        try {
            texts.read(waiting, text(waiting));
        } catch (IOException failure) {
            LOG.warn("The text of file {} is read later", waiting.file(), failure);
            texts.failed(waiting);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        }
    }

    private @Nullable String text(FileTexts.Waiting waiting) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(Files.createDirectories(folder), "reading-");
        Path copy = work.resolve("content");
        try (InputStream content = store.open(waiting.tenant(), waiting.version().hash())) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            return extraction.read(copy, waiting.version().type(), work);
        } finally {
            clear(work);
        }
    }

    private static void clear(Path work) throws IOException {
        try (var left = Files.walk(work)) {
            for (Path each : left.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
