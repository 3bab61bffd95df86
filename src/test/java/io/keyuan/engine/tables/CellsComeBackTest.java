package io.keyuan.engine.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written to a file, whoever reads the file reads it. */
class CellsComeBackTest {

    private static final List<String> PARTS = List.of(
            "=", "+", "-", "@", "＝", "'", "''=", "\"", ",", ";", "\t", "\r\n", "\n", "\r", "007", "客缘", "Ａ１", "👩‍👩‍👧", "𠮷", "\u0001", "\u001f", "\u2028",
            "\uffff", "_x000D_", "_x005F_x0041_", "_x0041", "_", "<b>&amp;", " ", "x", "1e5", "2017-03-01", "=cmd|' /C calc'!A0");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PARTS).list().ofMinSize(1).ofMaxSize(6).map(parts -> String.join("", parts).strip()).filter(text -> !text.isEmpty());
    }

    @Property(tries = 300)
    void textsComeBackAsTheyWere(@ForAll("texts") String one, @ForAll("texts") String other) throws IOException {
        List<Cell> cells = List.of(new Cell.Text(one), new Cell.Text(other), new Cell.Text("ends"));
        for (boolean sheet : new boolean[] {false, true}) {
            List<String> read = written(sheet, cells);
            assertThat(read).as(sheet ? "XLSX" : "CSV").extracting(Formulas::original).extracting(String::strip).containsExactly(one, other, "ends");
        }
    }

    /** What a spreadsheet is given never begins with what it would reckon with. */
    @Property(tries = 300)
    void noTextIsAFormula(@ForAll("texts") String text) throws IOException {
        assertThat(written(false, List.of(new Cell.Text(text))).getFirst()).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("-").doesNotStartWith("@").doesNotStartWith("＝");
    }

    @Example
    void figuresAmountsAndDaysComeBack() throws IOException {
        List<Cell> cells = List.of(
                new Cell.Figure(new BigDecimal("-12.50")), new Cell.Figure(new BigDecimal("9223372036854775807")),
                new Cell.Amount(new BigDecimal("1054.00"), "USD"), new Cell.Amount(new BigDecimal("-3"), "JPY"),
                new Cell.Amount(new BigDecimal("123456789012345.6789"), "CNY"), new Cell.Day(LocalDate.of(2017, 3, 1)),
                new Cell.Day(LocalDate.of(1899, 12, 31)), new Cell.Moment(OffsetDateTime.parse("2017-03-01T08:00:00.123456+08:00"), true),
                Cell.EMPTY, new Cell.Text("ends"));

        assertThat(written(false, cells)).containsExactly(
                "-12.50", "9223372036854775807", "USD 1054.00", "JPY -3", "CNY 123456789012345.6789", "2017-03-01", "1899-12-31",
                "2017-03-01T08:00:00.123456+08:00", "", "ends");
        assertThat(written(true, cells)).containsExactly(
                "-12.5", "9223372036854775807", "USD 1054", "JPY -3", "CNY 123456789012345.6789", "2017-03-01", "1899-12-31",
                "2017-03-01T08:00:00.123456+08:00", "", "ends");
    }

    /** A clock that shows a second once is a clock in a cell, too. */
    @Example
    void momentsOfASheetAreCellsOfTime() throws IOException {
        assertThat(written(true, List.of(new Cell.Moment(OffsetDateTime.parse("2017-03-01T08:05:09+08:00"), true)))).containsExactly("2017-03-01T08:05:09");
        assertThat(written(true, List.of(new Cell.Moment(OffsetDateTime.parse("2017-03-01T00:00:00+08:00"), true)))).containsExactly("2017-03-01T00:00:00+08:00");
        assertThat(written(true, List.of(new Cell.Moment(OffsetDateTime.parse("2017-03-01T08:05:09+08:00"), false)))).containsExactly("2017-03-01T08:05:09+08:00");
    }

    private static List<String> written(boolean sheet, List<Cell> cells) throws IOException {
        Path file = Files.createTempFile("cells", sheet ? ".xlsx" : ".csv");
        try {
            List<String> header = new ArrayList<>();
            cells.forEach(cell -> header.add("column " + header.size()));
            OutputStream out = Files.newOutputStream(file);
            try (CellWriter writer = sheet ? SheetWriter.to(out, "A: sheet / of '1'") : TextCells.to(out, true)) {
                writer.header(header);
                writer.write(cells);
            }
            TableFile table = TableFile.open(file, Hints.none());
            assertThat(table.headers()).isEqualTo(header);
            try (TableRows rows = table.rows()) {
                List<String> read = rows.next().cells();
                assertThat(rows.hasNext()).isFalse();
                return read;
            }
        } finally {
            Files.delete(file);
        }
    }
}
