package io.keyuan.program.database;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts and stops the server processes of one cluster. */
record ServerControl(PostgresBinaries binaries, Cluster cluster, ServerAccount account) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * Starts the server without waiting for it. It gets a session of its own, or Ctrl-C in the terminal would stop it
     * together with the program instead of after it.
     */
    Process start(int port, ServerSettings settings, ServerLog log) throws IOException {
        List<String> words = new ArrayList<>(List.of("setsid"));
        words.addAll(account.command(List.of(
                binaries.program("postgres"), "-D", cluster.folder().toString(), "-p", String.valueOf(port))));
        words.addAll(settings.commandLine());
        return OperatingSystem.process(words)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                .start();
    }

    /** Asks the server to end its sessions and stop; one that has not in time is stopped as if the power failed. */
    void stop(Duration patience) throws IOException {
        if (!stop("fast", patience)) {
            stop("immediate", PATIENCE);
        }
    }

    private boolean stop(String mode, Duration patience) throws IOException {
        return OperatingSystem.run(account.command(List.of(
                        binaries.program("pg_ctl"), "stop", "--pgdata=" + cluster.folder(), "--mode=" + mode,
                        "--wait", "--timeout=" + patience.toSeconds())))
                .code() == 0;
    }
}
