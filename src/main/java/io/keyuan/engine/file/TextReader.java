package io.keyuan.engine.file;

import io.keyuan.engine.child.ChildProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.CompositeParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.csv.TextAndCSVParser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads the text of one file. A program of its own, with little memory and for a short time, started by {@link TextExtraction}: what loops or
 * swells in a parser ends with it, and it knows neither the database nor a secret.
 */
public final class TextReader {

    private TextReader() {}

    /**
     * Whoever starts it gives the file, its media type, the file to write the text to, and how many characters are enough. What cannot be
     * read ends it with an error.
     */
    public static void main(String[] arguments) throws IOException, TikaException, SAXException {
        ChildProgram.endWithParent();
        Path file = Path.of(arguments[0]);
        Files.writeString(Path.of(arguments[2]), read(file, arguments[1], Integer.parseInt(arguments[3])));
    }

    static String read(Path file, String type, int enough) throws IOException, TikaException, SAXException {
        var parser = new CompositeParser(
                MimeTypes.getDefaultMimeTypes().getMediaTypeRegistry(),
                new PDFParser(), new OOXMLParser(), new OfficeParser(), new RTFParser(), new JSoupParser(), new TextAndCSVParser());
        var metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, type);
        var text = new BodyContentHandler(enough);
        try (TikaInputStream content = TikaInputStream.get(file)) {
            parser.parse(content, text, metadata, context());
        } catch (SAXException | TikaException failure) {
            // What has come until there was enough is what is wanted.
            if (!WriteLimitReachedException.isWriteLimitReached(failure)) {
                throw failure;
            }
        }
        return text.toString();
    }

    /** Without a parser in it, so that files inside of the file are left alone. */
    private static ParseContext context() {
        var office = new OfficeParserConfig();
        office.setUseSAXDocxExtractor(true);
        office.setUseSAXPptxExtractor(true);
        var context = new ParseContext();
        context.set(OfficeParserConfig.class, office);
        return context;
    }
}
