package io.keyuan.program.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The file PostgreSQL writes its messages to. */
record ServerLog(Path file, long start) {
    private static final long LARGE = 10L << 20;

    /** Opens the log for another run of the server; a large one is kept once and begun anew. */
    static ServerLog in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("postgresql.log");
        if (Files.exists(file) && Files.size(file) > LARGE) {
            Files.move(file, folder.resolve("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
    }

    /** Why this run of the server ended, in its own words. */
    String complaint() throws IOException {
        try (var content = Files.newInputStream(file)) {
            content.skipNBytes(start);
            return complaint(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The last serious message in a text, without its prefix. */
    static String complaint(String text) {
        List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.reversed().stream()
                .filter(line -> line.matches(".*(FATAL|PANIC|error):.*"))
                .findFirst()
                .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|error): +", ""))
                .orElse(lines.isEmpty() ? "it gave no reason" : lines.getLast());
    }
}
