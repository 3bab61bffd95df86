package io.keyuan.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final Duration OPEN = Duration.ZERO;

    private Instant now = Instant.parse("2026-11-22T09:00:00Z");
    private final Attempts attempts =
            new Attempts(new Attempts.Limit(3, Duration.ofMinutes(10), Duration.ofSeconds(5)), () -> now);

    @Test
    void someAttemptsAreFree() {
        assertThat(IntStream.range(0, 3).mapToObj(attempt -> attempts.begin("a"))).containsExactly(OPEN, OPEN, OPEN);
        assertThat(attempts.begin("a")).isPositive();
    }

    @Test
    void eachFurtherAttemptClosesTheDoorTwiceAsLongUpToTheLongest() {
        attempts.begin("a");
        attempts.begin("a");

        assertThat(closedAfterAttempt()).isEqualTo(Duration.ofSeconds(1));
        assertThat(closedAfterAttempt()).isEqualTo(Duration.ofSeconds(2));
        assertThat(closedAfterAttempt()).isEqualTo(Duration.ofSeconds(4));
        assertThat(closedAfterAttempt()).isEqualTo(Duration.ofSeconds(5));
        assertThat(closedAfterAttempt()).isEqualTo(Duration.ofSeconds(5));
    }

    /** Makes an attempt that is let through and waits until the next one would be. */
    private Duration closedAfterAttempt() {
        assertThat(attempts.begin("a")).isEqualTo(OPEN);
        Duration closed = attempts.begin("a");
        now = now.plus(closed);
        return closed;
    }

    @Test
    void knockingAtTheClosedDoorKeepsItClosedNoLonger() {
        IntStream.range(0, 3).forEach(attempt -> attempts.begin("a"));

        IntStream.range(0, 50).forEach(attempt -> attempts.begin("a"));

        assertThat(attempts.begin("a")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void attemptsAreForgivenWithTime() {
        IntStream.range(0, 3).forEach(attempt -> attempts.begin("a"));

        now = now.plus(Duration.ofMinutes(20));

        assertThat(attempts.begin("a")).isEqualTo(OPEN);
        assertThat(attempts.begin("a")).isEqualTo(OPEN);
        assertThat(attempts.begin("a")).isPositive();
    }

    @Test
    void anAttemptThatWasNoGuessCountsForNothing() {
        IntStream.range(0, 20).forEach(attempt -> {
            assertThat(attempts.begin("a")).isEqualTo(OPEN);
            attempts.giveBack("a");
        });
    }

    @Test
    void othersAreCountedByThemselves() {
        IntStream.range(0, 3).forEach(attempt -> attempts.begin("a"));

        assertThat(attempts.begin("b")).isEqualTo(OPEN);
        attempts.clear("a");
        assertThat(attempts.begin("a")).isEqualTo(OPEN);
    }
}
