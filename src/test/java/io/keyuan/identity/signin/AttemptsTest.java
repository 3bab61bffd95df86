package io.keyuan.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

class AttemptsTest {

    private static final Duration OPEN = Duration.ZERO;

    private Instant now = Instant.parse("2026-11-22T09:00:00Z");
    private final DataSource database = TestDatabase.dataSource(TestDatabase.create());
    private final Attempts attempts = attempts(store(database));

    private Attempts attempts(AttemptStore store) {
        return new Attempts("test", new Attempts.Limit(3, Duration.ofMinutes(10), Duration.ofSeconds(5)), store, () -> now);
    }

    private static AttemptStore store(DataSource database) {
        var sql = DSL.using(new TransactionAwareDataSourceProxy(database), SQLDialect.POSTGRES);
        return new AttemptStore(sql, new TransactionTemplate(new DataSourceTransactionManager(database)));
    }

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

    @Test
    void nodesCountTogether() {
        Attempts elsewhere = attempts(store(database));

        attempts.begin("a");
        elsewhere.begin("a");
        attempts.begin("a");

        assertThat(elsewhere.begin("a")).isPositive();
    }

    @Test
    void attemptsMadeAtOnceAreNotAllFree() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = people.invokeAll(Collections.nCopies(12, () -> attempts.begin("a")));

            assertThat(answers.stream().map(Future::resultNow).filter(OPEN::equals)).hasSize(3);
        }
    }

    @Test
    void whatIsForgivenIsForgotten() throws Exception {
        attempts.begin("a");

        now = now.plus(Duration.ofDays(1));
        attempts.begin("b");

        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from sign_in_attempt")) {
            rows.next();
            assertThat(rows.getInt(1)).isOne();
        }
    }
}
