package io.keyuan.program.command;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Waits for a job of the program to end and shows how far it is. */
record JobWatch(ProgramClient program, URI job, Console console) {
    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled", "undone");
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final int PERCENT = 100;

    /** The job as the program describes it after its end. */
    JsonNode awaitEnd() throws IOException {
        Duration pause = FIRST_PAUSE;
        JsonNode state = program.get(job.getPath());
        while (!ENDED.contains(state.path("state").asString(""))) {
            console.progress(Math.round(state.path("progress").asDouble(0) * PERCENT) + " %");
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            state = program.get(job.getPath());
        }
        console.progress("");
        return state;
    }
}
