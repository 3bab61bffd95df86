package io.keyuan.program.database;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Tells, now and then, that a slow start is still under way: recovery after a crash may take minutes. */
final class PatientProgress {
    private static final Duration STEP = Duration.ofMillis(25);
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final Consumer<String> progress;
    private final Instant begin = Instant.now();
    private Instant next = begin.plus(SILENCE);

    PatientProgress(Consumer<String> progress) {
        this.progress = progress;
    }

    /** Waits a moment, less when the process ends in it. */
    void pause(Process process) throws IOException {
        Interruption.waitFor(process, STEP);
        Instant now = Instant.now();
        if (now.isAfter(next)) {
            next = now.plus(SILENCE);
            progress.accept("PostgreSQL is recovering what was written before it was last stopped ("
                    + Duration.between(begin, now).toSeconds() + " s)");
        }
    }
}
