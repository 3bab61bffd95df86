package io.keyuan.engine.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes workbooks as Excel writes them. */
public final class Sheets {

    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String STYLES = """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
            <cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="10"/><xf numFmtId="4"/></cellXfs>
            </styleSheet>""";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private String strings = "";

    /** @param rows the XML inside of {@code sheetData} */
    public Sheets sheet(String name, String rows) {
        sheets.put(name, rows);
        return this;
    }

    /** Rows of texts, each in its cell. */
    public Sheets texts(String name, List<List<String>> rows) {
        var xml = new StringBuilder();
        rows.forEach(row -> {
            xml.append("<row>");
            row.forEach(cell -> xml.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>"));
            xml.append("</row>");
        });
        return sheet(name, xml.toString());
    }

    Sheets strings(String... items) {
        strings = String.join("", items);
        return this;
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var book = new StringBuilder("<workbook xmlns:r=\"r\"><sheets>");
            var relations = new StringBuilder("<Relationships>");
            int number = 0;
            for (var sheet : sheets.entrySet()) {
                number++;
                book.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(sheet.getKey(), number, number));
                relations.append("<Relationship Id=\"rId%d\" Type=\"%sworksheet\" Target=\"worksheets/sheet%d.xml\"/>".formatted(number, RELATION, number));
                put(zip, "xl/worksheets/sheet" + number + ".xml", "<worksheet><sheetData>" + sheet.getValue() + "</sheetData></worksheet>");
            }
            put(zip, "xl/workbook.xml", book.append("</sheets></workbook>").toString());
            put(zip, "xl/_rels/workbook.xml.rels", relations.append("</Relationships>").toString());
            put(zip, "xl/styles.xml", STYLES);
            put(zip, "xl/sharedStrings.xml", "<sst>" + strings + "</sst>");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content).getBytes(StandardCharsets.UTF_8));
    }
}
