package io.keyuan.engine.tables;

import io.keyuan.engine.tables.TableProblem.Code;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table in a text file (CSV and its kin), with a header and rows.
 *
 * <p>Opening it finds out how it is written and reads its header; the file is not kept open. Cells may be quoted and
 * hold separators, doubled quotes and line ends; lines may end as on any system.
 */
public final class TableFile {
    static final char QUOTE = '"';

    private final Path file;
    private final Encoding encoding;
    private final char separator;
    private final List<String> headers;

    private TableFile(Path file, Encoding encoding, char separator, List<String> headers) {
        this.file = file;
        this.encoding = encoding;
        this.separator = separator;
        this.headers = headers;
    }

    /**
     * Opens a file.
     *
     * @throws TableProblem if it is no table that can be read
     * @throws IOException if the file itself cannot be read
     */
    public static TableFile open(Path file, Hints hints) throws IOException {
        FileSample sample = FileSample.of(file);
        Encoding encoding = sample.encoding(hints);
        char separator = hints.separator() != null
                ? hints.separator()
                : SeparatorDetector.detect(sample.text(encoding), sample.isCut());
        return new TableFile(file, encoding, separator, readHeaders(file, encoding, separator));
    }

    /** How its characters are coded. */
    public Charset charset() {
        return encoding.charset();
    }

    /** What stands between cells. */
    public char separator() {
        return separator;
    }

    /** What stands around cells that need it. */
    public char quote() {
        return QUOTE;
    }

    /** The names of its columns, without blanks around them; of a column without a name the empty string. */
    public List<String> headers() {
        return headers;
    }

    /** Its rows from the first below the header on; each call reads the file anew. */
    public TableRows rows() throws IOException {
        TableRows rows = TableRows.open(file, encoding, separator, headers.size());
        if (rows.hasNext()) {
            rows.next();
        }
        return rows;
    }

    private static List<String> readHeaders(Path file, Encoding encoding, char separator) throws IOException {
        try (TableRows rows = TableRows.open(file, encoding, separator, 0)) {
            if (!rows.hasNext()) {
                throw new TableProblem(Code.EMPTY_FILE, Map.of());
            }
            return checked(rows.next());
        }
    }

    private static List<String> checked(Row header) {
        if (header.isBlank()) {
            throw new TableProblem(Code.NO_HEADER, Map.of());
        }
        int columns = header.cells().size();
        if (columns > RowHandler.MOST_COLUMNS) {
            throw new TableProblem(
                    Code.TOO_MANY_COLUMNS, Map.of("columns", columns, "most", RowHandler.MOST_COLUMNS));
        }
        List<String> names = header.cells().stream().map(String::strip).toList();
        refuseDuplicates(names);
        return names;
    }

    private static void refuseDuplicates(List<String> names) {
        Map<String, Integer> seen = new HashMap<>();
        for (int column = 1; column <= names.size(); column++) {
            String name = names.get(column - 1);
            Integer first = name.isEmpty() ? null : seen.putIfAbsent(name.toLowerCase(Locale.ROOT), column);
            if (first != null) {
                throw new TableProblem(
                        Code.DUPLICATE_HEADER, Map.of("name", name, "first", first, "second", column));
            }
        }
    }
}
