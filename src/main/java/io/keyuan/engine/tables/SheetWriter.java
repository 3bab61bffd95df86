package io.keyuan.engine.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook of one sheet (.xlsx). Numbers, days and amounts are such in Excel as far as Excel can keep them exactly; what it
 * cannot, of more than fifteen digits or before March 1900, is text.
 */
public final class SheetWriter implements CellWriter {

    /** Rows of a sheet, the header among them. */
    public static final int MOST_ROWS = 1_048_576;

    static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final int DIGITS = 15;
    private static final int SECONDS = 86_400;
    private static final LocalDate SINCE = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final int PIECE = 1 << 15;

    private final ZipOutputStream zip;
    private final SheetStyles styles = new SheetStyles();
    private final StringBuilder xml = new StringBuilder(2 * PIECE);
    private long rows;

    private SheetWriter(ZipOutputStream zip) {
        this.zip = zip;
    }

    /** @param sheet its name, which people see on its tab */
    public static SheetWriter to(OutputStream out, String sheet) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        var writer = new SheetWriter(zip);
        writer.part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + type("/xl/workbook.xml", "sheet.main+xml") + type("/xl/worksheets/sheet1.xml", "worksheet+xml") + type("/xl/styles.xml", "styles+xml")
                + "</Types>");
        writer.part("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
        writer.part("xl/_rels/workbook.xml.rels", relations(relation(1, "worksheet", "worksheets/sheet1.xml") + relation(2, "styles", "styles.xml")));
        writer.part("xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets><sheet name=\"" + name(sheet)
                + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        writer.xml.append(XML).append("<worksheet xmlns=\"").append(MAIN).append("\"><sheetViews><sheetView workbookViewId=\"0\">")
                .append("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>");
        return writer;
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPES + type + "\"/>";
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"" + RELATIONS + "\">" + relations + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    /** What Excel takes for the name of a sheet. */
    private static String name(String sheet) {
        String clean = sheet.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        var name = new StringBuilder();
        SheetText.write(clean.isEmpty() ? "1" : clean.substring(0, Math.min(31, clean.length())), name);
        return name.toString();
    }

    private void part(String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((content.startsWith(XML) ? content : XML + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Override
    public void header(List<String> names) throws IOException {
        begin();
        names.forEach(name -> text(Formulas.kept(name), SheetStyles.HEADING));
        end();
    }

    @Override
    public void write(List<Cell> cells) throws IOException {
        begin();
        cells.forEach(this::write);
        end();
    }

    private void begin() {
        rows++;
        if (rows > MOST_ROWS) {
            throw new IllegalStateException("a sheet has no more than " + MOST_ROWS + " rows");
        }
        xml.append("<row>");
    }

    private void end() throws IOException {
        xml.append("</row>");
        if (xml.length() >= PIECE) {
            flush();
        }
    }

    private void flush() throws IOException {
        zip.write(xml.toString().getBytes(StandardCharsets.UTF_8));
        xml.setLength(0);
    }

    private void write(Cell cell) {
        switch (cell) {
            case Cell.Text(String text) -> text(Formulas.kept(text), 0);
            case Cell.Masked(String text) -> text(Formulas.kept(text), 0);
            case Cell.Figure(BigDecimal number) -> figure(number, 0, number.toPlainString());
            case Cell.Amount(BigDecimal amount, String currency) ->
                figure(amount, styles.amount(currency), currency + " " + amount.toPlainString());
            case Cell.Day(LocalDate day) -> day(day);
            case Cell.Moment moment -> moment(moment);
        }
    }

    private void text(String text, int style) {
        if (text.isEmpty()) {
            xml.append("<c/>");
            return;
        }
        xml.append("<c t=\"inlineStr\"");
        styled(style);
        xml.append("><is><t xml:space=\"preserve\">");
        SheetText.write(text, xml);
        xml.append("</t></is></c>");
    }

    private void styled(int style) {
        if (style > 0) {
            xml.append(" s=\"").append(style).append('"');
        }
    }

    private void figure(BigDecimal number, int style, String otherwise) {
        if (number.stripTrailingZeros().precision() > DIGITS) {
            text(otherwise, 0);
        } else {
            number(number.toPlainString(), style);
        }
    }

    private void number(String number, int style) {
        xml.append("<c");
        styled(style);
        xml.append("><v>").append(number).append("</v></c>");
    }

    private void day(LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.getYear() > 9999) {
            text(day.toString(), 0);
        } else {
            number(Long.toString(ChronoUnit.DAYS.between(SINCE, day)), SheetStyles.DAY);
        }
    }

    /** Midnight would be read as a day. */
    private void moment(Cell.Moment moment) {
        LocalDateTime clock = moment.time().toLocalDateTime();
        boolean exact = moment.plain() && clock.getNano() == 0 && !clock.toLocalTime().equals(LocalTime.MIDNIGHT);
        if (!exact || clock.toLocalDate().isBefore(FIRST_DAY)) {
            text(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.time()), 0);
        } else {
            BigDecimal ofDay = BigDecimal.valueOf(clock.toLocalTime().toSecondOfDay()).divide(BigDecimal.valueOf(SECONDS), 10, java.math.RoundingMode.HALF_UP);
            number(ofDay.add(BigDecimal.valueOf(ChronoUnit.DAYS.between(SINCE, clock.toLocalDate()))).toPlainString(), SheetStyles.MOMENT);
        }
    }

    @Override
    public void close() throws IOException {
        xml.append("</sheetData></worksheet>");
        flush();
        zip.closeEntry();
        part("xl/styles.xml", styles.xml());
        zip.close();
    }
}
