package io.keyuan.program.database;

import io.keyuan.program.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running server: started, watched, started again when it was killed, stopped. */
final class PostgresServer {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 3;
    private static final long SHORTEST_PAUSE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    /** Connection refused, and the server's own "I am still starting". */
    private static final Set<String> NOT_YET = Set.of("08001", "08006", "57P03");

    private final ServerControl control;
    private final ServerSettings settings;
    private final LoopbackPort loopback;
    private final Path logs;
    private final Consumer<String> progress;
    private @Nullable Process process;
    private int port;
    private boolean closed;

    PostgresServer(
            ServerControl control, ServerSettings settings, LoopbackPort loopback, Path logs,
            Consumer<String> progress) {
        this.control = control;
        this.settings = settings;
        this.loopback = loopback;
        this.logs = logs;
        this.progress = progress;
    }

    /** Starts the server and waits until it lets the program in. */
    synchronized void start(DatabaseAccess access) throws IOException {
        new RunningServers(control.cluster()).stop(control);
        control.cluster().configure(settings);
        port = loopback.choose();
        for (int attempt = 1; !started(access, attempt == ATTEMPTS); attempt++) {
            port = loopback.another();
        }
    }

    int port() {
        return port;
    }

    synchronized long pid() {
        return process == null ? 0 : process.pid();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
        if (process == null || !process.isAlive()) {
            return;
        }
        try {
            control.stop(STOP_PATIENCE);
            Interruption.waitFor(process);
        } catch (IOException failure) {
            LOG.error("PostgreSQL could not be stopped", failure);
        }
    }

    /** True when the server is up, false when it lost a race for its port and should try another. */
    private boolean started(DatabaseAccess access, boolean last) throws IOException {
        ServerLog log = ServerLog.in(logs);
        Process starting = control.start(port, settings, log);
        process = starting;
        if (awaitReady(starting, access)) {
            starting.onExit().thenRun(() -> Thread.ofVirtual().start(() -> ended(starting, access)));
            return true;
        }
        if (last || LoopbackPort.free(port)) {
            throw Refusal.surroundings("PostgreSQL could not start: " + log.complaint() + " (" + log.file() + ").");
        }
        return false;
    }

    private boolean awaitReady(Process starting, DatabaseAccess access) throws IOException {
        var waiting = new PatientProgress(progress);
        while (starting.isAlive()) {
            try {
                access.verify();
                return true;
            } catch (SQLException refused) {
                if (!NOT_YET.contains(String.valueOf(refused.getSQLState()))) {
                    throw new IOException(refused.getMessage(), refused);
                }
            }
            waiting.pause(starting);
        }
        return false;
    }

    /** A full disk may be the cause, and somebody making room: it is tried until it succeeds or the program stops. */
    private synchronized void ended(Process expected, DatabaseAccess access) {
        if (closed || process != expected) {
            return;
        }
        LOG.warn("PostgreSQL ended with code {} although nobody asked it to; starting it again", expected.exitValue());
        long pause = SHORTEST_PAUSE_MILLIS;
        while (!closed && !startedAgain(access)) {
            try {
                wait(pause);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private boolean startedAgain(DatabaseAccess access) {
        try {
            start(access);
            LOG.warn("PostgreSQL is running again");
            return true;
        } catch (IOException | RuntimeException failure) {
            LOG.error("PostgreSQL could not be started again: {}", failure.getMessage());
            return false;
        }
    }
}
