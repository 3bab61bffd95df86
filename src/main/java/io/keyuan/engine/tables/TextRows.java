package io.keyuan.engine.tables;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a text file. Empty lines are passed over. */
final class TextRows extends RowsAhead {
    private static final List<String> END = List.of(EndMark.CELL);

    private final Path file;
    private final Encoding encoding;
    private final RowHandler handler;
    private final CloseableIterator<Row> parsed;

    private TextRows(Path file, Encoding encoding, RowHandler handler, CloseableIterator<Row> parsed) {
        this.file = file;
        this.encoding = encoding;
        this.handler = handler;
        this.parsed = parsed;
    }

    static TextRows open(Path file, Encoding encoding, char separator, int width) throws IOException {
        RowHandler handler = new RowHandler(width);
        Reader text = new EndMark(encoding.open(file));
        CsvReader<Row> reader = reader(separator).build(handler, text);
        TextRows rows = new TextRows(file, encoding, handler, reader.iterator());
        rows.advance();
        return rows;
    }

    /** A parser that passes over what people's programs get wrong, except where the meaning would be lost. */
    static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(TextForm.QUOTE)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(4 * RowHandler.LONGEST_CELL);
    }

    @Override
    public void close() throws IOException {
        parsed.close();
    }

    /** Only the row after it shows whether a row is the last, which is the mark of the end. */
    @Override
    @Nullable Row read() {
        try {
            Row row = parsed.next();
            if (parsed.hasNext()) {
                return row;
            }
            finish(row);
            return null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw problem(e);
        }
    }

    private static void finish(Row last) {
        if (!last.cells().equals(END)) {
            throw new TableProblem(TableProblem.Code.UNCLOSED_QUOTE, Map.of("line", last.line()));
        }
    }

    /** The parser wraps what its reader and its handler throw, and says in words when a cell does not end. */
    private RuntimeException problem(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TableProblem problem) {
                return problem;
            }
            if (cause instanceof CharacterCodingException) {
                return undecodable();
            }
        }
        return failure instanceof CsvParseException ? handler.tooLong() : failure;
    }

    private RuntimeException undecodable() {
        try {
            return UndecodableByte.in(file, encoding);
        } catch (IOException e) {
            return new UncheckedIOException(e);
        }
    }
}
