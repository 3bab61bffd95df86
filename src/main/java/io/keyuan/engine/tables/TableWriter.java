package io.keyuan.engine.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables that Excel opens with their Chinese intact: UTF-8 with a byte order mark, commas, CRLF.
 *
 * <p>Closing it closes the stream.
 */
public final class TableWriter implements AutoCloseable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvWriter writer;
    private final boolean safe;

    private TableWriter(CsvWriter writer, boolean safe) {
        this.writer = writer;
        this.safe = safe;
    }

    /** Writes cells as they are, for files that are brought again. */
    public static TableWriter exact(OutputStream out) throws IOException {
        return new TableWriter(open(out, true), false);
    }

    /** The same, for what is to stand behind what was written before. */
    static TableWriter resume(OutputStream out) throws IOException {
        return new TableWriter(open(out, false), false);
    }

    /**
     * Writes an apostrophe before cells that a spreadsheet would take for formulas, for files that people only
     * read.
     */
    public static TableWriter safe(OutputStream out) throws IOException {
        return new TableWriter(open(out, true), true);
    }

    /** The same, for what is to stand behind what was written before. */
    public static TableWriter safeResume(OutputStream out) throws IOException {
        return new TableWriter(open(out, false), true);
    }

    /** Writes a row, the header first of all. */
    public void write(List<String> cells) {
        List<@Nullable String> written = new ArrayList<>(cells.size());
        cells.forEach(cell -> written.add(written(cell, cells.size() == 1)));
        writer.writeRecord(written);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static CsvWriter open(OutputStream out, boolean marked) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (marked) {
            text.write(BYTE_ORDER_MARK);
        }
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(text);
    }

    /** An empty cell needs quotes only where it is alone, lest its row be an empty line; null is written without. */
    private @Nullable String written(String cell, boolean alone) {
        if (cell.isEmpty()) {
            return alone ? cell : null;
        }
        return safe ? Formulas.marked(cell) : cell;
    }
}
