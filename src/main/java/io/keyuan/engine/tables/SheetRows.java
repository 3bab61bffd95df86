package io.keyuan.engine.tables;

import io.keyuan.engine.tables.TableProblem.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, read from its XML one at a time. Rows without anything in them are passed over. */
final class SheetRows extends RowsAhead {
    private final Workbook workbook;
    private final InputStream bytes;
    private final XMLStreamReader xml;
    private final SheetCells cells;
    private final int width;
    private long line;

    private SheetRows(Workbook workbook, InputStream bytes, int width) throws IOException, XMLStreamException {
        this.workbook = workbook;
        this.bytes = bytes;
        this.width = width;
        xml = Xml.read(bytes);
        cells = new SheetCells(xml, SharedStrings.of(workbook), CellFormats.of(workbook), new CellText(workbook.since1904()));
    }

    static SheetRows open(Path file, String sheet, int width) throws IOException {
        Workbook workbook = Workbook.open(file);
        try {
            String part = Objects.requireNonNull(workbook.sheets().get(sheet));
            SheetRows rows = new SheetRows(workbook, workbook.part(part), width);
            rows.advance();
            return rows;
        } catch (XMLStreamException broken) {
            workbook.close();
            throw Xml.problem(broken);
        } catch (IOException | RuntimeException broken) {
            workbook.close();
            throw broken;
        }
    }

    @Override
    @Nullable Row read() {
        try {
            return found();
        } catch (XMLStreamException broken) {
            throw Xml.problem(broken);
        } catch (java.util.zip.ZipException broken) {
            throw new TableProblem(Code.DAMAGED_WORKBOOK, Map.of());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private @Nullable Row found() throws XMLStreamException, IOException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("row")) {
                line = line(xml.getAttributeValue(null, "r"));
                List<String> found = cells.ofRow(line);
                if (!found.stream().allMatch(String::isBlank)) {
                    return row(found);
                }
            }
        }
        return null;
    }

    private long line(@Nullable String said) {
        try {
            return said == null ? line + 1 : Long.parseLong(said);
        } catch (NumberFormatException none) {
            throw new TableProblem(Code.DAMAGED_WORKBOOK, Map.of());
        }
    }

    /** Blank cells at the end of a row say nothing, be they there or not. */
    private Row row(List<String> found) {
        List<String> kept = new ArrayList<>(found);
        while (!kept.isEmpty() && kept.size() > width && kept.getLast().isBlank()) {
            kept.removeLast();
        }
        while (kept.size() < width) {
            kept.add("");
        }
        return new Row(line, List.copyOf(kept), width > 0 && kept.size() > width ? Row.Problem.TOO_MANY_CELLS : null);
    }

    @Override
    public void close() throws IOException {
        try (workbook; bytes) {
            cells.close();
        }
    }
}
