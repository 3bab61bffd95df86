package io.keyuan.engine.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A table as text (RFC 4180). */
public final class TextCells implements CellWriter {

    private final TableWriter table;

    private TextCells(TableWriter table) {
        this.table = table;
    }

    /** @param marked whether it begins with a byte order mark, without which Excel does not know Chinese */
    public static TextCells to(OutputStream out, boolean marked) throws IOException {
        return new TextCells(marked ? TableWriter.exact(out) : TableWriter.resume(out));
    }

    @Override
    public void header(List<String> names) {
        table.write(names.stream().map(Formulas::marked).toList());
    }

    @Override
    public void write(List<Cell> cells) {
        table.write(cells.stream().map(TextCells::text).toList());
    }

    /** A currency stands in front of its amount: what begins with a minus and is no number would be a formula. */
    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> Formulas.marked(text);
            case Cell.Masked(String text) -> Formulas.marked(text);
            case Cell.Figure(var number) -> number.toPlainString();
            case Cell.Amount(var amount, String currency) -> currency + " " + amount.toPlainString();
            case Cell.Day(var day) -> day.toString();
            case Cell.Moment(var time, boolean plain) -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        };
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
