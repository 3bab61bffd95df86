package io.keyuan.identity.signin;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** For what a request starts and need not wait for; what fails there is logged and forgotten. */
@Component
final class Background implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public void execute(Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.warn("Something a request had started failed", failure);
            }
        });
    }

    /** Before the database goes, since work under way needs it. */
    @PreDestroy
    void finish() {
        threads.close();
    }
}
