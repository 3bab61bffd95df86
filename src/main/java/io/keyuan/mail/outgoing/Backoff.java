package io.keyuan.mail.outgoing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a letter that did not go out is tried again: after a minute, then three times as long each time, up to four hours. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final int FACTOR = 3;
    private static final int GROWING = 6;

    /** After that nobody expects it any more. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    private Backoff() {}

    /** @return null where it is not tried any more */
    static @Nullable Instant next(WaitingLetter letter, Instant now) {
        if (now.isAfter(letter.createdAt().plus(PATIENCE))) {
            return null;
        }
        Duration pause = FIRST;
        for (int attempt = 1; attempt < Math.min(letter.attempts(), GROWING); attempt++) {
            pause = pause.multipliedBy(FACTOR);
        }
        return now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }
}
