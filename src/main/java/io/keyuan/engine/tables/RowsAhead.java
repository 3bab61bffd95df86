package io.keyuan.engine.tables;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Rows that are read one ahead of what is asked for; what goes wrong meanwhile waits for its turn. */
abstract class RowsAhead implements TableRows {
    private @Nullable Row ahead;
    private @Nullable RuntimeException failure;

    /**
     * @return the next row; null where there is none
     * @throws RuntimeException where the file cannot be read any further
     */
    abstract @Nullable Row read();

    /** Reads the row that {@link #next} returns then; to be called once before anything is asked. */
    final void advance() {
        ahead = null;
        if (failure != null) {
            return;
        }
        try {
            ahead = read();
        } catch (RuntimeException broken) {
            failure = broken;
        }
    }

    @Override
    public final boolean hasNext() {
        if (ahead == null && failure != null) {
            throw failure;
        }
        return ahead != null;
    }

    @Override
    public final Row next() {
        Row row = hasNext() ? ahead : null;
        if (row == null) {
            throw new NoSuchElementException();
        }
        advance();
        return row;
    }
}
