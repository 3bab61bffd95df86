package io.keyuan.engine.jobs;

import static io.keyuan.customers.Customer.CUSTOMER;

import io.keyuan.engine.Records;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.boot.test.context.TestComponent;

/** A kind of work for tests: makes customers 1, 2, 3, … one a piece, as far as it is let. */
@TestComponent
class Counting implements JobKind {

    private final Records records;

    /** Each piece takes one before it begins, and one before it ends. */
    final Semaphore begin = new Semaphore(0);
    final Semaphore end = new Semaphore(0);
    /** Given as often as a piece has written its customer. */
    final Semaphore written = new Semaphore(0);

    Counting(Records records) {
        this.records = records;
    }

    record Until(int last) {}

    record Done(int number) {}

    @Override
    public String name() {
        return "counting";
    }

    void let(int pieces) {
        begin.release(pieces);
        end.release(pieces);
    }

    @Override
    public void run(JobRun run) throws Exception {
        int last = run.arguments(Until.class).last();
        Done done = run.checkpoint(Done.class);
        for (int number = done == null ? 1 : done.number() + 1; number <= last; number++) {
            begin.acquire();
            piece(run, number, last);
        }
    }

    private void piece(JobRun run, int number, int last) {
        run.piece(() -> {
            records.create(CUSTOMER, Map.of("name", "Customer " + number));
            written.release();
            end.acquireUninterruptibly();
            run.appendFailures("counted.csv", (number + "\n").getBytes(StandardCharsets.UTF_8));
            return new JobRun.Piece((double) number / last, Map.of("in", number), new Done(number));
        });
    }
}
