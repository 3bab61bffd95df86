package io.keyuan.program.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs the programs of PostgreSQL and of the operating system. */
final class OperatingSystem {
    private OperatingSystem() {}

    /** What a finished program left behind; output and error stream are one text. */
    record Outcome(int code, String text) {}

    /** A process that hears nothing of the environment's own PostgreSQL settings and speaks no local language. */
    static ProcessBuilder process(List<String> command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.redirectInput(Path.of("/dev/null").toFile());
        return builder;
    }

    static Outcome run(List<String> command) throws IOException {
        Process process = process(command).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(Interruption.waitFor(process), text.strip());
    }

    static boolean succeeds(List<String> command) {
        try {
            return run(command).code() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
