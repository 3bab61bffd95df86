package io.keyuan.engine.tables;

import io.keyuan.engine.tables.TableProblem.Code;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the cells of rows: texts, numbers, dates, results of formulas. */
final class SheetCells implements AutoCloseable {
    /** The columns a sheet can have. */
    private static final int MOST = 16_384;

    private final XMLStreamReader xml;
    private final SharedStrings strings;
    private final CellFormats formats;
    private final CellText text;

    SheetCells(XMLStreamReader xml, SharedStrings strings, CellFormats formats, CellText text) {
        this.xml = xml;
        this.strings = strings;
        this.formats = formats;
        this.text = text;
    }

    /** The cells up to the end of the row the reader stands on; those left out between others are empty. */
    List<String> ofRow(long line) throws IOException, XMLStreamException {
        List<String> cells = new ArrayList<>();
        int next = 0;
        int characters = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
                return cells;
            }
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
                int column = column(xml.getAttributeValue(null, "r"), next);
                String value = cell();
                characters += value.length();
                if (characters > RowHandler.LONGEST_ROW) {
                    throw RowHandler.tooLong(line);
                }
                put(cells, column, value, line);
                next = column + 1;
            }
        }
    }

    private static void put(List<String> cells, int column, String value, long line) {
        if (value.length() > RowHandler.LONGEST_CELL) {
            throw new TableProblem(
                    Code.CELL_TOO_LONG, Map.of("line", line, "column", column + 1, "most", RowHandler.LONGEST_CELL));
        }
        if (value.isEmpty()) {
            return;
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, value);
    }

    /** {@code BC12} is column 54, from 0. */
    private static int column(@Nullable String reference, int next) {
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
            if (column < 1 || column > MOST) {
                throw new TableProblem(Code.DAMAGED_WORKBOOK, Map.of());
            }
        }
        return column == 0 ? next : column - 1;
    }

    private String cell() throws IOException, XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        String value = "";
        while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("c"))) {
            if (xml.isStartElement() && xml.getLocalName().equals("v")) {
                value = value(type, Xml.text(xml), style);
            } else if (xml.isStartElement() && xml.getLocalName().equals("is")) {
                value = SheetText.read(Xml.text(xml));
            } else if (xml.isStartElement()) {
                Xml.text(xml);
            }
        }
        return value;
    }

    private String value(@Nullable String type, String value, @Nullable String style) throws IOException, XMLStreamException {
        return switch (type == null ? "n" : type) {
            case "s" -> shared(value);
            case "b" -> value.equals("1") ? "true" : "false";
            case "n" -> value.isEmpty() ? "" : figure(value, style);
            case "d" -> value.endsWith("T00:00:00") ? value.substring(0, 10) : value;
            case "str" -> SheetText.read(value);
            default -> value;
        };
    }

    private String figure(String value, @Nullable String style) {
        String currency = formats.currency(style);
        String figure = text.of(value, formats.kind(style));
        return currency == null ? figure : currency + " " + figure;
    }

    private String shared(String number) throws IOException, XMLStreamException {
        try {
            String found = strings.get(Integer.parseInt(number.strip()));
            if (found != null) {
                return SheetText.read(found);
            }
        } catch (NumberFormatException none) {
            // As broken as a number nobody has.
        }
        throw new TableProblem(Code.DAMAGED_WORKBOOK, Map.of());
    }

    @Override
    public void close() throws IOException {
        strings.close();
    }
}
