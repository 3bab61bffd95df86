package io.keyuan.engine.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** A document of Word as its parts, no more of them and no larger than a letter has. */
final class WordPackage {

    static final String TYPES = "[Content_Types].xml";

    private static final int MOST_PARTS = 2_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final long MOST_XML = 16L << 20;

    /** What is read: the text itself and what stands above, below and beside it. */
    private static final Pattern TEXTS = Pattern.compile("word/(document|header|footer|footnotes|endnotes)\\d*\\.xml");

    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final Map<String, byte[]> parts;

    private WordPackage(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /** @throws Refusal where it is none, or swells when it is unpacked */
    static WordPackage read(byte[] content) {
        if (startsLike(content, OLE)) {
            // What is locked with a password is packed as the documents of before 2007 were.
            throw new Refusal("template-old-or-locked");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        long[] total = {0};
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (parts.size() == MOST_PARTS) {
                    throw new Refusal("template-too-large");
                }
                if (!entry.isDirectory()) {
                    parts.put(entry.getName().replaceFirst("^/+", ""), unpacked(zip, entry.getName(), total));
                }
            }
        } catch (ZipException | IllegalArgumentException broken) {
            throw new Refusal("template-broken");
        } catch (IOException broken) {
            throw new Refusal("template-broken");
        }
        if (!parts.containsKey(TYPES) || parts.keySet().stream().noneMatch(name -> name.startsWith("word/"))) {
            throw new Refusal("template-not-word");
        }
        return new WordPackage(parts);
    }

    private static boolean startsLike(byte[] content, byte[] beginning) {
        return content.length >= beginning.length && java.util.Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static byte[] unpacked(ZipInputStream zip, String name, long[] total) throws IOException {
        long most = Math.min(MOST_BYTES - total[0], name.endsWith(".xml") || name.endsWith(".rels") ? MOST_XML : MOST_BYTES);
        byte[] part = zip.readNBytes((int) most + 1);
        if (part.length > most) {
            throw new Refusal("template-too-large");
        }
        total[0] += part.length;
        return part;
    }

    byte[] written() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    List<String> names() {
        return List.copyOf(parts.keySet());
    }

    List<String> texts() {
        return parts.keySet().stream().filter(name -> TEXTS.matcher(name).matches()).toList();
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    void remove(String part) {
        parts.remove(part);
    }

    String text(String part) {
        byte @Nullable [] content = parts.get(part);
        return content == null ? "" : new String(content, StandardCharsets.UTF_8);
    }

    /** @throws Refusal where it is no XML, or brings declarations along */
    Document xml(String part) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(parts.getOrDefault(part, new byte[0])));
        } catch (SAXException | IOException broken) {
            throw new Refusal("template-broken");
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void put(String part, Document xml) {
        try {
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.STANDALONE, "yes");
            var bytes = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(xml), new StreamResult(bytes));
            parts.put(part, bytes.toByteArray());
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
