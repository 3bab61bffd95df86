package io.keyuan.engine.tables;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes rows of what the parser finds, within bounds. */
final class RowHandler extends CsvCallbackHandler<Row> {
    /** A header may have so many columns; of longer rows one cell more is kept, to show that they are. */
    static final int MOST_COLUMNS = 500;

    static final int LONGEST_CELL = 100_000;

    /** All cells together: many a row is in memory at once. */
    static final int LONGEST_ROW = 1_000_000;

    private final int width;
    private List<String> cells = new ArrayList<>();
    private long line = 1;
    private int count;
    private int characters;
    private boolean empty;

    /**
     * @param width the number of cells a row should have, or 0 for any
     */
    RowHandler(int width) {
        this.width = width;
    }

    /** The problem with the cell that is being read, when it does not end. */
    TableProblem tooLong() {
        return new TableProblem(
                TableProblem.Code.CELL_TOO_LONG, Map.of("line", line, "column", count + 1, "most", LONGEST_CELL));
    }

    static TableProblem tooLong(long line) {
        return new TableProblem(TableProblem.Code.ROW_TOO_LONG, Map.of("line", line, "most", LONGEST_ROW));
    }

    @Override
    protected void beginRecord(long startingLine) {
        cells = new ArrayList<>(Math.max(width, 8));
        line = startingLine;
        count = 0;
        characters = 0;
        empty = false;
    }

    @Override
    protected void addField(char[] text, int offset, int length, boolean quoted) {
        if (length > LONGEST_CELL) {
            throw tooLong();
        }
        characters += length;
        if (characters > LONGEST_ROW) {
            throw tooLong(line);
        }
        count++;
        if (count <= MOST_COLUMNS + 1) {
            cells.add(new String(text, offset, length));
        }
    }

    @Override
    protected void setEmpty() {
        empty = true;
    }

    @Override
    protected void setComment(char[] text, int offset, int length) {
        throw new IllegalStateException("Tables have no comments");
    }

    @Override
    protected RecordType getRecordType() {
        return empty ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return count;
    }

    @Override
    protected Row buildRecord() {
        return new Row(line, List.copyOf(cells), problem());
    }

    private Row.@Nullable Problem problem() {
        if (width == 0 || count == width) {
            return null;
        }
        return count < width ? Row.Problem.TOO_FEW_CELLS : Row.Problem.TOO_MANY_CELLS;
    }
}
