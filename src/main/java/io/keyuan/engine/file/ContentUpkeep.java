package io.keyuan.engine.file;

import io.keyuan.engine.jobs.Errand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Clears away contents to which nothing refers any more, and what came in and was never kept. */
@Component
class ContentUpkeep implements Errand {

    /** How long somebody who is bringing a file may take from its last byte to its row. */
    private static final Duration GRACE = Duration.ofDays(1);

    private final StoredContents contents;
    private final ContentStore store;
    private final ReceivedFiles received;

    ContentUpkeep(StoredContents contents, ContentStore store, ReceivedFiles received) {
        this.contents = contents;
        this.store = store;
        this.received = received;
    }

    @Override
    public String name() {
        return "upkeep of files";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run(BooleanSupplier stopping) {
        clear(Instant.now().minus(GRACE), stopping);
        try {
            store.forgetLeftovers();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void clear(Instant before, BooleanSupplier stopping) {
        received.clear(before);
        while (!stopping.getAsBoolean() && contents.removeOne(before)) {
            // There may be another.
        }
    }
}
