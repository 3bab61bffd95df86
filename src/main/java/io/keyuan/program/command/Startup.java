package io.keyuan.program.command;

import io.keyuan.program.ExitCode;
import io.keyuan.program.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, stopped again in the opposite order exactly once: by whoever started it or by the signal that ends
 * the process, whichever comes first. A signal waits for the step under way, so that nothing half started is left.
 */
final class Startup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Thread hook;
    private boolean closed;

    /**
     * @param whenInterrupted what the process ends with after a signal. The virtual machine would answer with the
     *     signal's number, but being asked to stop is no failure.
     */
    Startup(ExitCode whenInterrupted) {
        hook = new Thread(() -> {
            stop();
            Runtime.getRuntime().halt(whenInterrupted.number());
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Takes one step and remembers what it started. */
    synchronized <T extends AutoCloseable> T start(Supplier<T> step) {
        if (closed) {
            throw Refusal.failed("Keyuan was stopped while it started.");
        }
        T running = step.get();
        started.push(running);
        return running;
    }

    /** Stops everything; from now on a signal has nothing to do. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException theProcessIsEnding) {
            LOG.debug("A signal came first");
        }
    }

    private synchronized void stop() {
        closed = true;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception failure) {
                LOG.error("Something could not be stopped", failure);
            }
        }
    }
}
