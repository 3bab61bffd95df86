package io.keyuan.engine.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds out what stands between cells: that which cuts the first rows into as many cells as the header has. */
final class SeparatorDetector {
    private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
    private static final int ROWS = 50;

    /** How well a separator fits. */
    private record Fit(char separator, int columns, double agreeing) {}

    private SeparatorDetector() {}

    /**
     * The separator of a table that begins so; a comma if it has but one column.
     *
     * @param cut whether the text ends in the middle of a row
     */
    static char detect(String text, boolean cut) {
        return CANDIDATES.stream()
                .flatMap(separator -> fit(separator, text, cut))
                .max(Comparator.comparingDouble(Fit::agreeing).thenComparingInt(Fit::columns))
                .map(Fit::separator)
                .orElse(',');
    }

    private static Stream<Fit> fit(char separator, String text, boolean cut) {
        List<Integer> columns = columns(separator, text, cut);
        if (columns.isEmpty() || columns.getFirst() < 2) {
            return Stream.empty();
        }
        int header = columns.getFirst();
        long agreeing = columns.stream().filter(count -> count == header).count();
        return Stream.of(new Fit(separator, header, (double) agreeing / columns.size()));
    }

    private static List<Integer> columns(char separator, String text, boolean cut) {
        List<Integer> columns = new ArrayList<>();
        try (CsvReader<Row> rows = TextRows.reader(separator).build(new RowHandler(0), text)) {
            rows.stream().limit(ROWS).forEach(row -> columns.add(row.cells().size()));
        } catch (CsvParseException | IOException e) {
            return columns;
        }
        if (cut && columns.size() > 1 && columns.size() < ROWS) {
            columns.removeLast();
        }
        return columns;
    }
}
