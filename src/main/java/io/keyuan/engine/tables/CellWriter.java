package io.keyuan.engine.tables;

import java.io.IOException;
import java.util.List;

/** Writes a table row by row; none is kept in memory. Closed only where all was written: what breaks off must not look whole. */
public interface CellWriter extends AutoCloseable {

    void header(List<String> names) throws IOException;

    void write(List<Cell> cells) throws IOException;

    /** Completes the file and closes the stream. */
    @Override
    void close() throws IOException;
}
