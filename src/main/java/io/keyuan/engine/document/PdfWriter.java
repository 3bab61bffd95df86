package io.keyuan.engine.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.sax.SAXResult;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.FopFactoryBuilder;
import org.apache.fop.apps.io.ResourceResolverFactory;
import org.apache.fop.configuration.ConfigurationException;
import org.apache.fop.configuration.DefaultConfigurationBuilder;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.docx4j.Docx4J;
import org.docx4j.convert.out.FOSettings;
import org.docx4j.fonts.Mapper;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Lays documents out as PDF, with the letters that come with the program: nothing is asked of the machine it runs on. */
final class PdfWriter {

    private static final String FAMILY = "Noto Sans SC";
    private static final URI BASE = URI.create("keyuan:/");

    private final FopFactory factory;

    PdfWriter() {
        try (InputStream settings = resource("fop.xml")) {
            var own = new OwnResources();
            var builder = new FopFactoryBuilder(BASE, own)
                    .setConfiguration(new DefaultConfigurationBuilder().build(settings))
                    .setComplexScriptFeatures(false)
                    .setStrictFOValidation(false);
            // Settings that name letters have them looked for as files.
            builder.getFontManager().setResourceResolver(ResourceResolverFactory.createInternalResourceResolver(BASE, own));
            factory = builder.build();
        } catch (IOException | ConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream found = PdfWriter.class.getResourceAsStream("/document/" + name);
        if (found == null) {
            throw new IOException("not there: " + name);
        }
        return found;
    }

    /** Letters of the program itself and nothing else; pictures come with the document. */
    private static final class OwnResources implements ResourceResolver {

        @Override
        public Resource getResource(URI address) throws IOException {
            if (!"keyuan".equals(address.getScheme())) {
                throw new IOException("not fetched: " + address.getScheme());
            }
            return new Resource(resource(address.getPath().substring(1)));
        }

        @Override
        public java.io.OutputStream getOutputStream(URI address) throws IOException {
            throw new IOException("not written");
        }
    }

    byte[] pdf(byte[] document) throws Exception {
        Document layout = layout(document);
        settle(layout.getDocumentElement());
        var bytes = new ByteArrayOutputStream();
        var fop = factory.newFop("application/pdf", bytes);
        TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(layout), new SAXResult(fop.getDefaultHandler()));
        return bytes.toByteArray();
    }

    private static Document layout(byte[] document) throws Exception {
        WordprocessingMLPackage word = WordprocessingMLPackage.load(new ByteArrayInputStream(document));
        word.setFontMapper(new NoFonts());
        FOSettings settings = new FOSettings(word);
        settings.setApacheFopMime(FOSettings.INTERNAL_FO_MIME);
        var bytes = new ByteArrayOutputStream();
        Docx4J.toFO(settings, bytes, Docx4J.FLAG_EXPORT_PREFER_NONXSL);
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes.toByteArray()));
    }

    /** Whatever letters the document names, those of the program are taken; a table that was put into the paragraph above it comes out. */
    private static void settle(Element element) {
        if (element.hasAttribute("font-family") || "root".equals(element.getLocalName())) {
            element.setAttribute("font-family", FAMILY);
        }
        List<Element> inner = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each) {
                inner.add(each);
            }
        }
        inner.forEach(PdfWriter::settle);
        if ("block".equals(element.getLocalName())) {
            inner.reversed().stream().filter(each -> "table".equals(each.getLocalName())).forEach(table ->
                    Objects.requireNonNull(element.getParentNode()).insertBefore(table, element.getNextSibling()));
        }
    }

    /** Nothing is looked for on the machine. */
    private static final class NoFonts extends Mapper {
        @Override
        public void populateFontMappings(java.util.Set<String> names, org.docx4j.wml.Fonts fonts) {}
    }
}
