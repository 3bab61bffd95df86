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

    private static final int MOST_ROWS = 1000;

    /** Of rows with long cells fewer make a chunk: some four of them are in memory, and the heap is small. */
    private static final int MOST_CHARACTERS = 4_000_000;

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

    private record Failure(Throwable cause) implements Chunk {}

    /** @return the next rows; empty after the last */
    List<Candidate> next() throws Exception {
        return switch (ready.take()) {
            case Rows rows -> rows.candidates();
            case End end -> List.of();
            case Failure(Exception cause) -> throw cause;
            case Failure(Throwable error) -> throw new IllegalStateException("The file could not be read on", error);
        };
    }

    private void read() {
        try {
            readRows();
            ready.put(new End());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (Throwable failure) {
            // Whatever it is: somebody waits for the next chunk, and would for ever.
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
        var gathering = new Gathering();
        try (TableRows rows = table.rows()) {
            for (long number = 0; rows.hasNext(); ) {
                Row row = rows.next();
                if (row.isBlank()) {
                    continue;
                }
                if (wanted.test(number)) {
                    gathering.add(plan.candidate(number, row));
                }
                number++;
            }
        }
        gathering.handOn();
    }

    /** The chunk that is being read. */
    private final class Gathering {

        private List<Candidate> candidates = new ArrayList<>();
        private int characters;

        void add(Candidate candidate) throws InterruptedException {
            candidates.add(candidate);
            characters += candidate.row().characters();
            if (candidates.size() == MOST_ROWS || characters >= MOST_CHARACTERS) {
                handOn();
            }
        }

        void handOn() throws InterruptedException {
            if (!candidates.isEmpty()) {
                ready.put(new Rows(candidates));
                candidates = new ArrayList<>();
                characters = 0;
            }
        }
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
