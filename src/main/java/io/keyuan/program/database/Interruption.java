package io.keyuan.program.database;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waiting that reports an interruption the way the rest of input and output does. */
final class Interruption {
    private Interruption() {}

    static int waitFor(Process process) throws InterruptedIOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            throw restored();
        }
    }

    /** Waits for the end of a process, not longer than told; true when it has ended. */
    static boolean waitFor(Process process, Duration limit) throws InterruptedIOException {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw restored();
        }
    }

    private static InterruptedIOException restored() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("Interrupted while waiting for PostgreSQL");
    }
}
