package io.keyuan.engine.imports;

import io.keyuan.engine.Caller;
import io.keyuan.engine.tables.Row;
import io.keyuan.engine.tables.TableFile;
import io.keyuan.engine.tables.TableRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongPredicate;

/** Reads rows and makes candidates of them, a few chunks ahead of whoever writes them, in the order of the file. */
final class Chunks implements AutoCloseable {

    static final int SIZE = 1000;

    private static final int AHEAD = 2;

    private final TableFile table;
    private final Plan plan;
    private final LongPredicate wanted;
    private final BlockingQueue<Chunk> ready = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;

    /** @param wanted which rows, by number */
    Chunks(TableFile table, Plan plan, LongPredicate wanted) {
        this.table = table;
        this.plan = plan;
        this.wanted = wanted;
        Caller caller = Caller.current();
        this.reader = Thread.ofVirtual().name("import-reader").start(() -> caller.run(this::read));
    }

    private sealed interface Chunk {}

    private record Rows(List<Candidate> candidates) implements Chunk {}

    private record End() implements Chunk {}

    private record Failure(Exception cause) implements Chunk {}

    /** @return the next rows; empty after the last */
    List<Candidate> next() throws Exception {
        return switch (ready.take()) {
            case Rows rows -> rows.candidates();
            case End end -> List.of();
            case Failure failure -> throw failure.cause();
        };
    }

    private void read() {
        try {
            readRows();
            ready.put(new End());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            offer(new Failure(failure));
        }
    }

    private void offer(Chunk chunk) {
        try {
            ready.put(chunk);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void readRows() throws IOException, InterruptedException {
        List<Candidate> candidates = new ArrayList<>(SIZE);
        try (TableRows rows = table.rows()) {
            for (long number = 0; rows.hasNext(); ) {
                Row row = rows.next();
                if (row.isBlank()) {
                    continue;
                }
                if (wanted.test(number)) {
                    candidates.add(plan.candidate(number, row));
                }
                number++;
                if (candidates.size() == SIZE) {
                    ready.put(new Rows(candidates));
                    candidates = new ArrayList<>(SIZE);
                }
            }
        }
        if (!candidates.isEmpty()) {
            ready.put(new Rows(candidates));
        }
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
