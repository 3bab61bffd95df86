package io.keyuan.engine.jobs;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.modulith.NamedInterface;

/**
 * Something each node does again and again while the program runs: soon after it was {@linkplain Errands#soon asked for}, and
 * now and then in any case, for what another node was about to do when it died. Whoever implements it sees to it that two nodes do
 * not do the same.
 */
@NamedInterface("jobs")
public interface Errand {

    /** For the log and the thread. */
    String name();

    /** How long nobody has to ask for it. */
    Duration every();

    /** How long it rests after each time, however often it is asked for. */
    default Duration rest() {
        return Duration.ZERO;
    }

    /**
     * Does what is to be done now. What it throws is logged, and it is tried again the next time.
     *
     * @param stopping whether the rest has to wait until the program runs again
     */
    void run(BooleanSupplier stopping);
}
