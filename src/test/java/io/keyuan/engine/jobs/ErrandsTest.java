package io.keyuan.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ErrandsTest {

    private final Counted counted = new Counted();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private Errands errands = new Errands(beans.getBeanProvider(Errand.class));

    /** Fails every other time. */
    private static final class Counted implements Errand {

        private final AtomicInteger times = new AtomicInteger();
        private Duration every = Duration.ofDays(1);

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public Duration every() {
            return every;
        }

        @Override
        public void run(BooleanSupplier stopping) {
            if (times.incrementAndGet() % 2 == 0) {
                throw new IllegalStateException("every other time");
            }
        }
    }

    private void start() {
        beans.addBean("counted", counted);
        errands = new Errands(beans.getBeanProvider(Errand.class));
        errands.start();
        await().until(() -> counted.times.get() > 0);
    }

    @AfterEach
    void stop() {
        errands.stop();
    }

    @Test
    void itIsRunWhenSomebodyAsksAlsoAfterItFailed() {
        start();
        for (int asked = 2; asked < 6; asked++) {
            errands.soon(counted);
            int times = asked;
            await().until(() -> counted.times.get() == times);
        }
    }

    @Test
    void itIsRunNowAndThenWithoutBeingAsked() {
        counted.every = Duration.ofMillis(5);
        start();

        await().until(() -> counted.times.get() > 3);
    }

    @Test
    void itStopsWithTheProgram() {
        counted.every = Duration.ofMillis(5);
        start();

        errands.stop();

        int times = counted.times.get();
        errands.soon(counted);
        assertThat(errands.isRunning()).isFalse();
        assertThat(counted.times.get()).isEqualTo(times);
    }
}
