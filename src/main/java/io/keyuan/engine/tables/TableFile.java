package io.keyuan.engine.tables;

import io.keyuan.engine.tables.TableProblem.Code;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A table in a file, with a header and rows: text (CSV and its kin), a sheet of an Excel workbook, or the cards of an address book and
 * the entries of a calendar, which are read as rows.
 *
 * <p>Opening it finds out how it is written and reads its header; the file is not kept open. Cells of text may be quoted
 * and hold separators, doubled quotes and line ends; lines may end as on any system.
 */
public final class TableFile {
    private final TableForm form;
    private final List<String> headers;

    private TableFile(TableForm form, List<String> headers) {
        this.form = form;
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
        TableForm form = sample.isWorkbook() ? SheetForm.of(file, hints) : written(file, sample, hints);
        return new TableFile(form, readHeaders(form));
    }

    private static TableForm written(Path file, FileSample sample, Hints hints) throws IOException {
        EntriesForm entries = EntriesForm.of(file, sample, hints);
        return entries == null ? TextForm.of(file, sample, hints) : entries;
    }

    /** How it is written. */
    public TableForm form() {
        return form;
    }

    /** The names of its columns, without blanks around them and no two alike; the fifth is {@code #5} where it has none. */
    public List<String> headers() {
        return headers;
    }

    /** Its rows from the first below the header on; each call reads the file anew. */
    public TableRows rows() throws IOException {
        TableRows rows = form.open(headers.size());
        if (rows.hasNext()) {
            rows.next();
        }
        return rows;
    }

    private static List<String> readHeaders(TableForm form) throws IOException {
        try (TableRows rows = form.open(0)) {
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
        return named(names, refuseDuplicates(names));
    }

    /** @param taken the names there are, in lower case */
    private static List<String> named(List<String> names, Set<String> taken) {
        List<String> named = new ArrayList<>();
        for (String name : names) {
            String place = "#" + (named.size() + 1);
            while (taken.contains(place)) {
                place = "#" + place;
            }
            named.add(name.isEmpty() ? place : name);
        }
        return List.copyOf(named);
    }

    private static Set<String> refuseDuplicates(List<String> names) {
        Map<String, Integer> seen = new HashMap<>();
        for (int column = 1; column <= names.size(); column++) {
            String name = names.get(column - 1);
            Integer first = name.isEmpty() ? null : seen.putIfAbsent(name.toLowerCase(Locale.ROOT), column);
            if (first != null) {
                throw new TableProblem(
                        Code.DUPLICATE_HEADER, Map.of("name", name, "first", first, "second", column));
            }
        }
        return seen.keySet();
    }
}
