package io.keyuan.backup.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup: a gzip file of lines. The {@link Head} is a line of JSON; each table is a line of JSON and its rows as
 * PostgreSQL's COPY writes them, ended by {@code \.}; the {@link Foot} is the last line. {@code zcat} shows all of it.
 */
public final class BackupWriter {

    static final byte[] END_OF_ROWS = "\\.\n".getBytes(StandardCharsets.US_ASCII);

    /** Longer than any row the program lets people make; a reader stops here instead of running out of memory. */
    static final int LONGEST_LINE = 64 << 20;

    private static final int BUFFER = 1 << 16;

    private final GZIPOutputStream gzip;
    private final OutputStream out;
    private final List<Part> parts = new ArrayList<>();

    /** @param file is left open by {@link #finish} */
    public BackupWriter(OutputStream file, Head head) throws IOException {
        gzip = new QuickGzip(file);
        out = new BufferedOutputStream(gzip, BUFFER);
        line(head);
    }

    /** Gives out rows of a table until there are none left. */
    @FunctionalInterface
    public interface Rows<E extends Exception> {
        void each(RowTaker taker) throws IOException, E;
    }

    /** Writes a table and all its rows. */
    public <E extends Exception> void table(Columns columns, Rows<E> rows) throws IOException, E {
        line(columns);
        var tally = new Tally(columns.table());
        rows.each((row, length) -> {
            if (length > LONGEST_LINE) {
                throw new IOException("a row of " + columns.table() + " is too long for a backup: " + length + " bytes");
            }
            out.write(row, 0, length);
            tally.add(row, length);
        });
        out.write(END_OF_ROWS);
        parts.add(tally.sum());
    }

    /** Writes the end; what was written before is a backup only now. */
    public Foot finish() throws IOException {
        var foot = new Foot(List.copyOf(parts));
        line(foot);
        out.flush();
        gzip.finish();
        return foot;
    }

    private void line(Object content) throws IOException {
        out.write(JsonMapper.shared().writeValueAsBytes(content));
        out.write('\n');
    }

    /** Three times as quick as the usual level for a file a tenth larger. */
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream file) throws IOException {
            super(file, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
