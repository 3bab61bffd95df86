package io.keyuan.engine.jobs;

import org.jspecify.annotations.Nullable;

/** Leads out of the work of a job between two pieces. Kinds of work let it pass. */
final class Departure extends RuntimeException {

    /** Why. */
    enum Reason {
        /** Somebody wants it paused or cancelled. */
        WISH,
        /** The program is stopping; the work goes on when it starts again, or on another node. */
        SHUTDOWN,
        /** Another run of the same job has begun: this one was taken for dead. */
        SUPERSEDED
    }

    private final Reason reason;
    private final @Nullable Wish wish;

    private Departure(Reason reason, @Nullable Wish wish) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.wish = wish;
    }

    static Departure of(Wish wish) {
        return new Departure(Reason.WISH, wish);
    }

    static Departure shutdown() {
        return new Departure(Reason.SHUTDOWN, null);
    }

    static Departure superseded() {
        return new Departure(Reason.SUPERSEDED, null);
    }

    Reason reason() {
        return reason;
    }

    /** What the job becomes, for its next run or for good. */
    JobState state() {
        return wish == null ? JobState.QUEUED : wish.state();
    }
}
