package io.keyuan.engine.jobs;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is stored.
 *
 * @param timesRun how often it was started, and so the number of its newest run
 * @param progress from 0 to 1
 * @param arguments JSON, as are result, checkpoint and problem
 * @param failures the file of what could not be done; null where there is none
 * @param person on whose behalf it runs
 */
record Job(
        UUID tenant,
        UUID id,
        String kind,
        String title,
        JobState state,
        @Nullable Wish wish,
        int timesRun,
        double progress,
        String arguments,
        @Nullable String result,
        @Nullable String checkpoint,
        @Nullable String problem,
        @Nullable UUID failures,
        UUID person,
        Locale language,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
