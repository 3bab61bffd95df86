package io.keyuan.engine.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;

/** Puts PDFs one behind the other. */
final class PdfJoin {

    private PdfJoin() {}

    static byte[] of(List<byte[]> documents) throws IOException {
        var joined = new ByteArrayOutputStream();
        var merger = new PDFMergerUtility();
        merger.setDestinationStream(joined);
        documents.forEach(document -> merger.addSource(new RandomAccessReadBuffer(document)));
        merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
        return joined.toByteArray();
    }
}
