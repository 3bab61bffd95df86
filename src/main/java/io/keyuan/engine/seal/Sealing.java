package io.keyuan.engine.seal;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the trail of every tenant sealed every few seconds; each node does, and those that are late find nothing to do. */
@Component
final class Sealing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Chain chain;
    private final Sealer sealer;
    private volatile @Nullable Run run;

    Sealing(Chain chain, Sealer sealer) {
        this.chain = chain;
        this.sealer = sealer;
    }

    /** The time between a start and a stop. */
    private record Run(CountDownLatch stopped, CountDownLatch ended) {

        /** @return whether it is to go on */
        boolean pause() {
            try {
                return !stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return false;
            }
        }

        boolean isStopped() {
            return stopped.getCount() == 0;
        }
    }

    @Override
    public void start() {
        var started = new Run(new CountDownLatch(1), new CountDownLatch(1));
        run = started;
        Thread.ofPlatform().daemon().name("audit-seals").start(() -> work(started));
    }

    private void work(Run run) {
        while (run.pause()) {
            try {
                sealAll(run);
            } catch (RuntimeException trouble) {
                LOG.warn("The trail could not be looked through for what is to be sealed: {}", trouble.toString());
            }
        }
        run.ended().countDown();
    }

    private void sealAll(Run run) {
        for (UUID tenant : chain.waiting()) {
            if (run.isStopped()) {
                return;
            }
            try {
                sealer.seal(tenant, run::isStopped);
            } catch (RuntimeException trouble) {
                // The others' trails are to be sealed all the same.
                LOG.warn("The trail of {} could not be sealed: {}", tenant, trouble.toString());
            }
        }
    }

    /** What was written last is sealed by whoever starts next. */
    @Override
    public void stop() {
        Run running = run;
        run = null;
        if (running != null) {
            running.stopped().countDown();
            try {
                boolean ended = running.ended().await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                LOG.debug("Sealing has ended: {}", ended);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return run != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
