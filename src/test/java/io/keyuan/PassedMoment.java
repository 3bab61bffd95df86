package io.keyuan;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;

/** A moment between what has been done and what will be. */
public final class PassedMoment {

    private PassedMoment() {}

    /** @return after everything that was answered, and before everything that is asked next */
    public static Instant passed() {
        Instant moment = Instant.now();
        await().pollInterval(Duration.ofMillis(1)).until(() -> Instant.now().isAfter(moment.plusMillis(1)));
        return moment;
    }
}
