package io.keyuan.engine.imports;

import io.keyuan.engine.tables.Formulas;
import io.keyuan.engine.tables.Row;
import io.keyuan.engine.tables.TableFile;
import io.keyuan.engine.tables.TableProblem;
import io.keyuan.engine.tables.TableRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The beginning of a file, by which its columns are guessed.
 *
 * @param rows how many were looked at
 * @param columns in the order of the file
 */
record FileLook(int rows, List<Column> columns) {

    private static final int MOST_ROWS = 1000;
    private static final int MOST_VALUES = 100;

    /** More than any title has, so that what is longer is seen to be none. */
    private static final int LONGEST_VALUE = 240;

    /**
     * One column.
     *
     * @param filled how many of the rows say something
     * @param values the different ones that were met first, of long ones the beginning
     */
    record Column(String header, int filled, List<String> values) {}

    /** @throws io.keyuan.engine.Problem where it cannot be read so far */
    static FileLook at(TableFile table) throws IOException {
        List<Set<String>> values = new ArrayList<>();
        table.headers().forEach(header -> values.add(new LinkedHashSet<>()));
        int[] filled = new int[table.headers().size()];
        int count = 0;
        try (TableRows rows = table.rows()) {
            while (rows.hasNext() && count < MOST_ROWS) {
                count++;
                look(rows.next(), values, filled);
            }
        } catch (TableProblem problem) {
            throw Uploads.refusal(problem);
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < filled.length; i++) {
            columns.add(new Column(table.headers().get(i), filled[i], List.copyOf(values.get(i))));
        }
        return new FileLook(count, columns);
    }

    private static void look(Row row, List<Set<String>> values, int[] filled) {
        for (int i = 0; i < Math.min(row.cells().size(), filled.length); i++) {
            String value = Formulas.original(row.cells().get(i).strip());
            if (!value.isEmpty()) {
                filled[i]++;
                if (values.get(i).size() < MOST_VALUES) {
                    values.get(i).add(beginning(value));
                }
            }
        }
    }

    /** No character is cut in two. */
    private static String beginning(String value) {
        if (value.length() <= LONGEST_VALUE) {
            return value;
        }
        return value.substring(0, Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE);
    }
}
