package io.keyuan.engine.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Events that are written together a moment later. There is room for a bounded number; when it is full, whoever brings one
 * waits, and in the end writes it alone. It stops after everything that may bring some.
 */
@Component
final class WaitingEvents implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingEvents.class);
    private static final int ROOM = 4_000;
    private static final int TOGETHER = 200;
    private static final Duration GATHERING = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE_IN_TROUBLE = Duration.ofSeconds(1);

    private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(ROOM);

    /** Out of the queue and not written yet: they stay here when the database is in trouble. */
    private final List<Entry> taken = new ArrayList<>(TOGETHER);

    private final SeparateWriter writer;
    private volatile @Nullable CountDownLatch stopped;

    WaitingEvents(SeparateWriter writer) {
        this.writer = writer;
    }

    void add(Entry entry) {
        if (!offered(entry)) {
            writer.write(List.of(entry));
        }
        if (stopped == null) {
            flush();
        }
    }

    private boolean offered(Entry entry) {
        try {
            return waiting.offer(entry, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Writes what waits on this node.
     *
     * @throws RuntimeException where the database is in trouble; what was not written waits on
     */
    synchronized void flush() {
        while (!taken.isEmpty() || waiting.drainTo(taken, TOGETHER) > 0) {
            writer.write(List.copyOf(taken));
            taken.clear();
        }
    }

    @Override
    public void start() {
        var started = new CountDownLatch(1);
        stopped = started;
        Thread.ofPlatform().daemon().name("audit-events").start(() -> work(started));
    }

    private void work(CountDownLatch stopped) {
        Duration pause = GATHERING;
        while (!isOver(stopped, pause)) {
            pause = isWritten() ? GATHERING : PAUSE_IN_TROUBLE;
        }
    }

    private static boolean isOver(CountDownLatch stopped, Duration pause) {
        try {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private boolean isWritten() {
        try {
            flush();
            return true;
        } catch (RuntimeException trouble) {
            LOG.warn("Events wait to be kept: {}", trouble.toString());
            return false;
        }
    }

    @Override
    public void stop() {
        CountDownLatch running = stopped;
        stopped = null;
        if (running != null) {
            running.countDown();
        }
        flush();
    }

    @Override
    public boolean isRunning() {
        return stopped != null;
    }

    /** Requests and jobs are of higher phases and have ended when this stops. */
    @Override
    public int getPhase() {
        return 0;
    }
}
