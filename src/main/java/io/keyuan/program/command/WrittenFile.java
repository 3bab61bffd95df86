package io.keyuan.program.command;

import io.keyuan.program.ExitCode;
import io.keyuan.program.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** A file that a command writes: one that is there gives way only to a whole one. */
record WrittenFile(Path path, Console console) {

    interface Source {
        void write(Path part) throws IOException;
    }

    static WrittenFile of(String named, Console console) {
        return new WrittenFile(Path.of(named).toAbsolutePath(), console);
    }

    ExitCode from(Source source, Invocation invocation) throws IOException {
        Path folder = path.getParent();
        if (folder == null || !Files.isWritable(folder)) {
            throw Refusal.surroundings("Nothing can be written to " + path + ".");
        }
        Path part = Files.createTempFile(folder, ".keyuan", ".part");
        try {
            source.write(part);
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        long size = Files.size(path);
        if (invocation.has("json")) {
            console.result(Map.of("file", path.toString(), "size", size));
        } else {
            console.result("Wrote " + path + ", %,d bytes.".formatted(size));
        }
        return ExitCode.DONE;
    }
}
