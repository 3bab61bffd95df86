package io.keyuan.engine.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes the rows of a table that were refused, each with its reasons, so that people can correct them and bring the
 * file again. Reasons of an earlier attempt give way to the new ones.
 */
public final class FailureWriter implements AutoCloseable {
    private final TableWriter writer;
    private final int[] kept;
    private final int width;
    private final int reasons;

    private FailureWriter(TableWriter writer, int[] kept, int width, int reasons) {
        this.writer = writer;
        this.kept = kept;
        this.width = width;
        this.reasons = reasons;
    }

    /**
     * Begins a file.
     *
     * @param headers those of the table the rows come from
     * @param reasonHeaders the columns that tell what was wrong, in the language of the person who reads it
     */
    public static FailureWriter open(OutputStream out, List<String> headers, List<String> reasonHeaders)
            throws IOException {
        FailureWriter failures = on(TableWriter.exact(out), headers, reasonHeaders);
        failures.write(headers, reasonHeaders);
        return failures;
    }

    /** Goes on with a file that was begun before: what is written is to stand behind what is there. */
    public static FailureWriter resume(OutputStream out, List<String> headers, List<String> reasonHeaders)
            throws IOException {
        return on(TableWriter.resume(out), headers, reasonHeaders);
    }

    private static FailureWriter on(TableWriter writer, List<String> headers, List<String> reasonHeaders) {
        int[] kept = IntStream.range(0, headers.size())
                .filter(column -> !reasonHeaders.contains(headers.get(column)))
                .toArray();
        return new FailureWriter(writer, kept, headers.size(), reasonHeaders.size());
    }

    /** Writes a refused row; its cells stay under their headers, and what was beyond them follows the reasons. */
    public void write(Row row, List<String> why) {
        if (why.size() != reasons) {
            throw new IllegalArgumentException("One cell for each of " + reasons + " columns of reasons");
        }
        write(row.cells(), why);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private void write(List<String> cells, List<String> why) {
        List<String> written = new ArrayList<>(cells.size() + why.size());
        for (int column : kept) {
            written.add(column < cells.size() ? cells.get(column) : "");
        }
        written.addAll(why);
        written.addAll(cells.size() > width ? cells.subList(width, cells.size()) : Collections.emptyList());
        writer.write(written);
    }
}
