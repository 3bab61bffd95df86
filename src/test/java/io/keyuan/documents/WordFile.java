package io.keyuan.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A document of Word as Word itself writes it, part by part. */
final class WordFile {

    private static final String NAMESPACES = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
            + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
            + " xmlns:v='urn:schemas-microsoft-com:vml'";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** @param body what stands between the ends of the body */
    static WordFile of(String body) {
        var file = new WordFile();
        file.part("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='xml' ContentType='application/xml'/>"
                + "<Override PartName='/word/document.xml' ContentType='" + PART + "document.main+xml'/>"
                + "<Override PartName='/word/header1.xml' ContentType='" + PART + "header+xml'/></Types>");
        file.part("_rels/.rels", relations(relation("rId1", "officeDocument", "word/document.xml", false)));
        file.part("word/_rels/document.xml.rels", relations(relation("rId1", "header", "header1.xml", false)));
        file.part("word/document.xml", "<w:document " + NAMESPACES + "><w:body>" + body
                + "<w:sectPr><w:headerReference w:type='default' r:id='rId1'/></w:sectPr></w:body></w:document>");
        return file.part("word/header1.xml", "<w:hdr " + NAMESPACES + ">" + paragraph("{{company.name}}") + "</w:hdr>");
    }

    static String paragraph(String text) {
        return "<w:p>" + run(text) + "</w:p>";
    }

    static String run(String text) {
        return "<w:r><w:t xml:space='preserve'>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</w:t></w:r>";
    }

    static String row(String... cells) {
        var row = new StringBuilder("<w:tr>");
        for (String cell : cells) {
            row.append("<w:tc><w:tcPr><w:tcW w:w='2000' w:type='dxa'/></w:tcPr>").append(paragraph(cell)).append("</w:tc>");
        }
        return row.append("</w:tr>").toString();
    }

    static String table(String... rows) {
        return "<w:tbl><w:tblPr/><w:tblGrid/>" + String.join("", rows) + "</w:tbl>";
    }

    WordFile part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    WordFile part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    /** Something that the document points to. */
    WordFile pointing(String kind, String target, boolean outside) {
        return part("word/_rels/document.xml.rels", relations(relation("rId1", "header", "header1.xml", false) + relation("rId2", kind, target, outside)));
    }

    WordFile rewritten(String part, String from, String to) {
        return part(part, new String(parts.get(part), StandardCharsets.UTF_8).replace(from, to));
    }

    WordFile calling(String from, String to) {
        return part("[Content_Types].xml", new String(parts.get("[Content_Types].xml"), StandardCharsets.UTF_8).replace(from, to));
    }

    private static String relations(String all) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + all + "</Relationships>";
    }

    private static String relation(String id, String kind, String target, boolean outside) {
        return "<Relationship Id='" + id + "' Type='" + RELATIONS + kind + "' Target='" + target + "'" + (outside ? " TargetMode='External'" : "") + "/>";
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A part of a document as text. */
    static String part(byte[] document, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }

    /** What one reads in it: a line for each paragraph. */
    static String words(byte[] document) throws IOException {
        return part(document, "word/document.xml")
                .replaceAll("<w:br/>", "\n").replaceAll("</w:p>", "\n").replaceAll("<[^>]*>", "")
                .replace("&#128512;", "😀").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip();
    }
}
