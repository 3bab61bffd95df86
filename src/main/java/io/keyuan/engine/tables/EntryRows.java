package io.keyuan.engine.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries as rows, below a header with the columns they have. */
final class EntryRows extends RowsAhead {

    private final EntriesForm form;
    private final List<EntryColumn> columns;
    private final Entries entries;
    private boolean begun;

    EntryRows(EntriesForm form, List<EntryColumn> columns) throws IOException {
        this.form = form;
        this.columns = columns;
        this.entries = form.read();
    }

    @Override
    @Nullable Row read() {
        if (!begun) {
            begun = true;
            return columns.isEmpty() ? null : new Row(1, columns.stream().map(EntryColumn::header).toList(), null);
        }
        try {
            Entry entry = form.next(entries);
            return entry == null ? null : checked(new Row(entries.line(), entry.cells(columns).stream().map(Formulas::kept).toList(), null));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Row checked(Row row) {
        for (String cell : row.cells()) {
            if (cell.length() > RowHandler.LONGEST_CELL) {
                throw RowHandler.tooLong(row.line());
            }
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
