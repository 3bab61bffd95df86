package io.keyuan.engine.file;

import io.keyuan.engine.child.ChildProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Has a program of its own read the text of a file, and ends it where it takes too long; how much memory it takes is settled when it starts. */
@Component
class TextExtraction {

    /** As much of a file as is found by search. */
    static final int ENOUGH = 100_000;

    private static final Pattern READABLE = Pattern.compile(
            "text/.*|application/(pdf|rtf|xhtml\\+xml|msword|vnd\\.ms-(excel|powerpoint|word).*|vnd\\.openxmlformats-officedocument.*)");
    private static final int MEGABYTES = 256;

    private final Duration patience;

    TextExtraction(@Value("${keyuan.files.reading-time}") Duration patience) {
        this.patience = patience;
    }

    /** Whether there may be text in such files. */
    static boolean mayHold(String type) {
        return READABLE.matcher(type).matches();
    }

    /** @return null where it cannot be read: broken, encrypted, or made to be read for ever */
    @Nullable String read(Path file, String type, Path folder) throws IOException, InterruptedException {
        Path text = Files.createTempFile(folder, "text-", ".txt");
        try {
            Process reader = start(file, type, text, folder);
            if (!reader.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                ChildProgram.end(reader);
                return null;
            }
            return reader.exitValue() == 0 ? new String(Files.readAllBytes(text), StandardCharsets.UTF_8) : null;
        } finally {
            Files.deleteIfExists(text);
        }
    }

    private static Process start(Path file, String type, Path text, Path folder) throws IOException {
        return ChildProgram.silent(ChildProgram.of(
                TextReader.class, MEGABYTES, folder, List.of("-Dpdfbox.fontcache=" + folder),
                List.of(file.toString(), type, text.toString(), Integer.toString(ENOUGH))));
    }
}
