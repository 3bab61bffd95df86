package io.keyuan.engine.jobs;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One errand, run until it is stopped. */
final class ErrandThread implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ErrandThread.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Errand errand;
    private final Semaphore wanted = new Semaphore(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean stopping;

    private ErrandThread(Errand errand) {
        this.errand = errand;
        this.thread = Thread.ofVirtual().name(errand.name()).unstarted(this);
    }

    static ErrandThread start(Errand errand) {
        var started = new ErrandThread(errand);
        started.thread.start();
        return started;
    }

    void wake() {
        wanted.release();
    }

    void stop() {
        stopping = true;
        stopped.countDown();
        wake();
    }

    /** Waits until it has come to an end, but not for ever: what it is at may hang on another machine. */
    void await() {
        try {
            if (!thread.join(PATIENCE)) {
                LOG.warn("{} does not come to an end and is left behind", errand.name());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        while (pause() && !stopping) {
            try {
                errand.run(() -> stopping);
            } catch (RuntimeException failure) {
                LOG.warn("{} is tried again later", errand.name(), failure);
            }
            rest();
        }
    }

    private void rest() {
        try {
            if (stopped.await(errand.rest().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("{} has come to an end", errand.name());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until it is wanted, or it is time anyway. */
    private boolean pause() {
        try {
            if (wanted.tryAcquire(errand.every().toMillis(), TimeUnit.MILLISECONDS)) {
                // Whoever asked several times meanwhile asked for the same.
                wanted.drainPermits();
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
