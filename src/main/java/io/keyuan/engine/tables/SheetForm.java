package io.keyuan.engine.tables;

import io.keyuan.engine.tables.TableProblem.Code;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A table in a sheet of an Excel workbook. */
public final class SheetForm implements TableForm {
    private final Path file;
    private final List<String> sheets;
    private final String sheet;

    private SheetForm(Path file, List<String> sheets, String sheet) {
        this.file = file;
        this.sheets = sheets;
        this.sheet = sheet;
    }

    static SheetForm of(Path file, Hints hints) throws IOException {
        try (Workbook workbook = Workbook.open(file)) {
            List<String> sheets = List.copyOf(workbook.sheets().keySet());
            if (sheets.isEmpty()) {
                throw new TableProblem(Code.EMPTY_FILE, Map.of());
            }
            String sheet = hints.sheet() == null ? sheets.getFirst() : hints.sheet();
            if (!sheets.contains(sheet)) {
                throw new TableProblem(Code.NO_SUCH_SHEET, Map.of("name", sheet));
            }
            return new SheetForm(file, sheets, sheet);
        }
    }

    /** The names of all that can be seen in the workbook. */
    public List<String> sheets() {
        return sheets;
    }

    /** The name of the one that is read. */
    public String sheet() {
        return sheet;
    }

    @Override
    public TableRows open(int width) throws IOException {
        return SheetRows.open(file, sheet, width);
    }
}
