package io.keyuan.engine.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table below its header.
 *
 * @param line the line of the file on which the row begins, from 1
 * @param cells as they stand in the file, of a row with far too many only the first 501
 * @param problem what is wrong with their number, or null
 */
public record Row(long line, List<String> cells, @Nullable Problem problem) {
    /** A row that does not fit the header. The rest of the table can be read all the same. */
    public enum Problem {
        TOO_FEW_CELLS,
        TOO_MANY_CELLS
    }

    /** Of all its cells, in UTF-16 code units. */
    public int characters() {
        return cells.stream().mapToInt(String::length).sum();
    }

    /** Whether there is nothing but blanks in it. */
    public boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
