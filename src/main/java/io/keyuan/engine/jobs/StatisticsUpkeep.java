package io.keyuan.engine.jobs;

import io.keyuan.engine.sql.StaleStatistics;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Keeps what PostgreSQL knows of its tables near to what is in them, with at most a twentieth of the time of one connection. Two nodes may do
 * the same at the same time; the second passes over the table that the first is at.
 */
@Component
class StatisticsUpkeep implements Errand {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int TIMES_AS_LONG = 19;

    private final StaleStatistics statistics;
    private final AtomicLong tookNanos = new AtomicLong();

    StatisticsUpkeep(StaleStatistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public String name() {
        return "upkeep of statistics";
    }

    @Override
    public Duration every() {
        return LOOK;
    }

    @Override
    public Duration rest() {
        return Duration.ofNanos(tookNanos.get()).multipliedBy(TIMES_AS_LONG);
    }

    @Override
    public void run(BooleanSupplier stopping) {
        long began = System.nanoTime();
        try {
            statistics.tables().stream().takeWhile(any -> !stopping.getAsBoolean()).forEach(statistics::refresh);
        } finally {
            tookNanos.set(System.nanoTime() - began);
        }
    }
}
