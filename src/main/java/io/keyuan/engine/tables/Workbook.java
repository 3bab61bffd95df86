package io.keyuan.engine.tables;

import io.keyuan.engine.tables.TableProblem.Code;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An Excel workbook (.xlsx): a zip file with parts in XML. Opened for each reading, and to be closed. */
final class Workbook implements AutoCloseable {
    private static final String MAIN = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    private final ZipFile zip;
    private final Map<String, String> parts = new HashMap<>();
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private String strings = "xl/sharedStrings.xml";
    private String styles = "xl/styles.xml";
    private boolean since1904;

    private Workbook(ZipFile zip) {
        this.zip = zip;
    }

    static boolean isIn(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(MAIN) != null;
        } catch (ZipException broken) {
            return false;
        }
    }

    /** @throws TableProblem where it is broken */
    static Workbook open(Path file) throws IOException {
        Workbook workbook;
        try {
            workbook = new Workbook(new ZipFile(file.toFile()));
        } catch (ZipException broken) {
            throw new TableProblem(Code.DAMAGED_WORKBOOK, Map.of());
        }
        try {
            workbook.each(RELATIONS, workbook::relation);
            workbook.each(MAIN, workbook::describe);
            return workbook;
        } catch (IOException | RuntimeException failure) {
            workbook.close();
            throw failure;
        }
    }

    /** What is done with each element of a part. */
    interface Visitor {
        void visit(XMLStreamReader xml) throws XMLStreamException;
    }

    private void relation(XMLStreamReader xml) {
        String target = xml.getAttributeValue(null, "Target");
        String type = xml.getAttributeValue(null, "Type");
        if (!xml.getLocalName().equals("Relationship") || target == null || type == null) {
            return;
        }
        String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
        parts.put(xml.getAttributeValue(null, "Id"), part);
        if (type.endsWith("/sharedStrings")) {
            strings = part;
        } else if (type.endsWith("/styles")) {
            styles = part;
        }
    }

    private void describe(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "workbookPr" -> {
                String since = xml.getAttributeValue(null, "date1904");
                since1904 = "1".equals(since) || "true".equals(since);
            }
            case "sheet" -> {
                String part = parts.get(Xml.attribute(xml, "id"));
                String state = xml.getAttributeValue(null, "state");
                if (part != null && (state == null || state.equals("visible"))) {
                    sheets.put(xml.getAttributeValue(null, "name"), part);
                }
            }
            default -> {}
        }
    }

    /** The parts of the sheets people see, by name, in their order. */
    Map<String, String> sheets() {
        return sheets;
    }

    boolean since1904() {
        return since1904;
    }

    String strings() {
        return strings;
    }

    String styles() {
        return styles;
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    InputStream part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new TableProblem(Code.DAMAGED_WORKBOOK, Map.of());
        }
        return new BufferedInputStream(new InflationGuard(zip.getInputStream(entry), entry.getCompressedSize()), 1 << 16);
    }

    /** Goes through a whole part. */
    void each(String part, Visitor visitor) throws IOException {
        try (InputStream bytes = part(part)) {
            XMLStreamReader xml = Xml.read(bytes);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    visitor.visit(xml);
                }
            }
        } catch (XMLStreamException broken) {
            throw Xml.problem(broken);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
