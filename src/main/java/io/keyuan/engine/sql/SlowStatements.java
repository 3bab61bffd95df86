package io.keyuan.engine.sql;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Logs statements that take long, by their shape: the values in them are the companies'. */
@Component
final class SlowStatements {

    private static final Logger LOG = LoggerFactory.getLogger(SlowStatements.class);
    /** Possessive: a literal of many ids, looked at character by character, would need more stack than there is. */
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']++|'')*+'|(?<![\\w\".$])\\d+(?:\\.\\d+)?\\b");
    private static final int LENGTH = 2_000;

    private final Duration slow;
    private final Counter count;

    /** @param milliseconds from when on a statement is slow */
    SlowStatements(@Value("${keyuan.slow-statement-ms:500}") long milliseconds, MeterRegistry meters) {
        slow = Duration.ofMillis(milliseconds);
        count = Counter.builder("keyuan.database.slow.statements")
                .description("Statements that took longer than " + milliseconds + " ms")
                .register(meters);
    }

    /** Watches one statement of jOOQ's. */
    ExecuteListener listener() {
        return new ExecuteListener() {
            private long begun;

            @Override
            public void executeStart(ExecuteContext context) {
                begun = System.nanoTime();
            }

            @Override
            public void executeEnd(ExecuteContext context) {
                ended(begun, context.sql());
            }

            @Override
            public void exception(ExecuteContext context) {
                if (begun != 0) {
                    ended(begun, context.sql());
                }
            }
        };
    }

    /** @param begun as {@link System#nanoTime} told when the statement was sent */
    void ended(long begun, @Nullable String sql) {
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        if (taken.compareTo(slow) >= 0) {
            count.increment();
            LOG.atWarn().addKeyValue("ms", taken.toMillis()).log("A statement took {} ms: {}", taken.toMillis(), shape(String.valueOf(sql)));
        }
    }

    static String shape(String sql) {
        String shape = LITERAL.matcher(sql).replaceAll("?").replaceAll("\\s+", " ").replaceAll("\\?(, \\?)+", "?, …");
        return shape.length() > LENGTH ? shape.substring(0, LENGTH) + "…" : shape;
    }
}
