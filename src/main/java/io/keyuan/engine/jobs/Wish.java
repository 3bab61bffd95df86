package io.keyuan.engine.jobs;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody wants of a job that is running; it complies after the piece it is at. */
enum Wish {
    PAUSE(JobState.PAUSED),
    CANCEL(JobState.CANCELLED);

    private final JobState state;

    Wish(JobState state) {
        this.state = state;
    }

    /** What the job becomes when it complies. */
    JobState state() {
        return state;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Wish of(@Nullable String code) {
        return code == null ? null : valueOf(code.toUpperCase(Locale.ROOT));
    }
}
