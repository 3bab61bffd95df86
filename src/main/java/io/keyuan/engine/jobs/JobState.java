package io.keyuan.engine.jobs;

import java.util.Locale;
import java.util.Set;

/** How far a job is. */
enum JobState {
    QUEUED,
    RUNNING,
    PAUSED,
    DONE,
    FAILED,
    CANCELLED,
    UNDONE;

    private static final Set<JobState> ENDED = Set.of(DONE, FAILED, CANCELLED, UNDONE);

    boolean isEnded() {
        return ENDED.contains(this);
    }

    /** As tables and answers write it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
