package io.keyuan.engine.tables;

import java.io.IOException;
import java.util.Iterator;

/**
 * The rows of a table, one after the other; no more than one is kept in memory.
 *
 * <p>Both methods of the iterator throw a {@link TableProblem} where the file cannot be read any further. Must be closed.
 */
public interface TableRows extends Iterator<Row>, AutoCloseable {

    @Override
    void close() throws IOException;
}
