package io.keyuan.engine.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a template for somebody to begin with, as a document of Word on a page of A4. */
public final class WordDraft {

    private static final String NAMESPACES = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /** In twentieths of a point, between the margins. */
    private static final int WIDTH = 9638;
    private static final String INK = "1F2933";
    private static final String QUIET = "66717D";
    private static final String ACCENT = "1F5F8B";
    private static final String LINE = "BCC6D1";
    private static final String SHADE = "F2F5F8";

    private final StringBuilder body = new StringBuilder();
    private final Locale language;
    private final String header;
    private final String footer;

    /**
     * @param header above each page, at its left
     * @param footer below each page, above its number
     */
    public WordDraft(Locale language, String header, String footer) {
        this.language = language;
        this.header = header;
        this.footer = footer;
    }

    /** @param value what is asked for, or words */
    public record Cell(String label, String value, boolean wide) {}

    public WordDraft title(String words) {
        body.append(paragraph(words, "<w:jc w:val=\"center\"/><w:spacing w:before=\"120\" w:after=\"240\"/>", letters(36, ACCENT, true)));
        return this;
    }

    public WordDraft heading(String words) {
        body.append(paragraph(words, "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"100\"/>", letters(24, ACCENT, true)));
        return this;
    }

    public WordDraft paragraph(String words) {
        body.append(paragraph(words, "<w:spacing w:before=\"60\" w:after=\"60\"/>", letters(21, INK, false)));
        return this;
    }

    /** Two values beside each other, a wide one alone. */
    public WordDraft values(List<Cell> cells) {
        int[] widths = {1700, WIDTH / 2 - 1700, 1700, WIDTH - WIDTH / 2 - 1700};
        var rows = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            Cell beside = cell.wide() || i + 1 == cells.size() || cells.get(i + 1).wide() ? null : cells.get(++i);
            rows.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>").append(label(cell.label(), widths[0]));
            if (beside == null) {
                rows.append(cell(cell.value(), WIDTH - widths[0], 3, false));
            } else {
                rows.append(cell(cell.value(), widths[1], 1, false)).append(label(beside.label(), widths[2])).append(cell(beside.value(), widths[3], 1, false));
            }
            rows.append("</w:tr>");
        }
        body.append(table(rows, widths));
        return this;
    }

    /**
     * A row for each line.
     *
     * @param lines the path of the lines
     * @param columns heads, and what is asked for below
     * @param numbers how many of the last columns are figures
     */
    public WordDraft lines(String lines, List<Cell> columns, int numbers) {
        int[] widths = new int[columns.size()];
        var head = new StringBuilder("<w:tr><w:trPr><w:tblHeader/></w:trPr>");
        var row = new StringBuilder("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        int narrow = WIDTH / (columns.size() + 1);
        for (int i = 0; i < widths.length; i++) {
            boolean figure = i >= widths.length - numbers;
            widths[i] = columns.get(i).wide() ? WIDTH - narrow * (widths.length - 1) : narrow;
            String before = i == 0 ? "{{#" + lines + "}}" : "";
            String after = i == widths.length - 1 ? "{{/" + lines + "}}" : "";
            head.append(head(columns.get(i).label(), widths[i], figure));
            row.append(cell(before + columns.get(i).value() + after, widths[i], 1, figure));
        }
        body.append(table(head.append("</w:tr>").append(row).append("</w:tr>"), widths));
        return this;
    }

    private static String table(CharSequence rows, int[] widths) {
        var table = new StringBuilder("<w:tbl><w:tblPr><w:tblW w:w=\"").append(WIDTH).append("\" w:type=\"dxa\"/><w:tblBorders>");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            table.append("<w:").append(side).append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"").append(LINE).append("\"/>");
        }
        table.append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"70\" w:type=\"dxa\"/><w:left w:w=\"110\" w:type=\"dxa\"/>")
                .append("<w:bottom w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"110\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>");
        for (int width : widths) {
            table.append("<w:gridCol w:w=\"").append(width).append("\"/>");
        }
        // Two tables without something between them are one to Word.
        return table.append("</w:tblGrid>").append(rows).append("</w:tbl>")
                .append(paragraph("", "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>", "")).toString();
    }

    private static String label(String words, int width) {
        return cell(words, width, 1, letters(20, QUIET, false), false, true);
    }

    private static String head(String words, int width, boolean figure) {
        return cell(words, width, 1, letters(20, ACCENT, true), figure, true);
    }

    private static String cell(String words, int width, int span, boolean figure) {
        return cell(words, width, span, letters(20, INK, false), figure, false);
    }

    private static String cell(String words, int width, int span, String letters, boolean figure, boolean shaded) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>"
                + (span > 1 ? "<w:gridSpan w:val=\"" + span + "\"/>" : "")
                + (shaded ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + SHADE + "\"/>" : "") + "<w:vAlign w:val=\"center\"/></w:tcPr>"
                + paragraph(words, "<w:spacing w:before=\"0\" w:after=\"0\"/>" + (figure ? "<w:jc w:val=\"right\"/>" : ""), letters) + "</w:tc>";
    }

    private static String letters(int halfPoints, String color, boolean bold) {
        return (bold ? "<w:b/>" : "") + "<w:color w:val=\"" + color + "\"/><w:sz w:val=\"" + halfPoints + "\"/><w:szCs w:val=\"" + halfPoints + "\"/>";
    }

    private static String paragraph(String words, String settings, String letters) {
        return "<w:p><w:pPr>" + settings + "</w:pPr>" + (words.isEmpty() ? "" : run(words, letters)) + "</w:p>";
    }

    private static String run(String words, String letters) {
        return "<w:r><w:rPr>" + letters + "</w:rPr><w:t xml:space=\"preserve\">" + escaped(words) + "</w:t></w:r>";
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    public byte[] written() {
        String section = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/><w:footerReference w:type=\"default\" r:id=\"rId2\"/>"
                + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1304\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"624\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>";
        List<String[]> parts = new ArrayList<>();
        parts.add(new String[] {WordPackage.TYPES, types()});
        parts.add(new String[] {"_rels/.rels", relationships("officeDocument", "word/document.xml")});
        parts.add(new String[] {"word/_rels/document.xml.rels", relationships("header", "header1.xml", "footer", "footer1.xml", "styles", "styles.xml")});
        parts.add(new String[] {"word/document.xml", "<w:document " + NAMESPACES + "><w:body>" + body + section + "</w:body></w:document>"});
        parts.add(new String[] {"word/header1.xml", "<w:hdr " + NAMESPACES + ">" + paragraph(header, "", letters(18, QUIET, false)) + "</w:hdr>"});
        parts.add(new String[] {"word/footer1.xml", "<w:ftr " + NAMESPACES + ">" + footed() + "</w:ftr>"});
        parts.add(new String[] {"word/styles.xml", styles()});
        return zipped(parts);
    }

    /** The number of the page stands below, at the right. */
    private String footed() {
        String letters = letters(18, QUIET, false);
        String page = "<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr>" + mark("begin", letters)
                + "<w:r><w:rPr>" + letters + "</w:rPr><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>" + mark("separate", letters) + run("1", letters)
                + mark("end", letters) + "</w:p>";
        return paragraph(footer, "", letters) + page;
    }

    private static String mark(String type, String letters) {
        return "<w:r><w:rPr>" + letters + "</w:rPr><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
    }

    private String styles() {
        String tag = language.equals(Locale.ENGLISH) ? "en-US" : language.toLanguageTag();
        return "<w:styles " + NAMESPACES + "><w:docDefaults><w:rPrDefault><w:rPr>"
                + "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\" w:eastAsia=\"" + (tag.endsWith("TW") ? "Microsoft JhengHei" : "Microsoft YaHei") + "\"/>"
                + "<w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang w:val=\"en-US\" w:eastAsia=\"" + (tag.startsWith("zh") ? tag : "zh-CN") + "\"/></w:rPr></w:rPrDefault>"
                + "<w:pPrDefault><w:pPr><w:spacing w:after=\"0\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
                + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style></w:styles>";
    }

    private static String types() {
        var types = new StringBuilder("<Types xmlns=\"").append(PACKAGE).append("content-types\">")
                .append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        for (String[] part : new String[][] {{"document", "document.main"}, {"header1", "header"}, {"footer1", "footer"}, {"styles", "styles"}}) {
            types.append("<Override PartName=\"/word/").append(part[0]).append(".xml\" ContentType=\"").append(PART).append(part[1]).append("+xml\"/>");
        }
        return types.append("</Types>").toString();
    }

    private static String relationships(String... kindsAndTargets) {
        var all = new StringBuilder("<Relationships xmlns=\"").append(PACKAGE).append("relationships\">");
        for (int i = 0; i < kindsAndTargets.length; i += 2) {
            all.append("<Relationship Id=\"rId").append(i / 2 + 1).append("\" Type=\"").append(OFFICE).append(kindsAndTargets[i])
                    .append("\" Target=\"").append(kindsAndTargets[i + 1]).append("\"/>");
        }
        return all.append("</Relationships>").toString();
    }

    private static byte[] zipped(List<String[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (String[] part : parts) {
                // The same words make the same bytes, whenever that is.
                var entry = new ZipEntry(part[0]);
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write((XML + part[1]).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
