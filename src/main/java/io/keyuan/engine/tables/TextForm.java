package io.keyuan.engine.tables;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** A table in a text file. */
public final class TextForm implements TableForm {
    static final char QUOTE = '"';

    private final Path file;
    private final Encoding encoding;
    private final char separator;

    private TextForm(Path file, Encoding encoding, char separator) {
        this.file = file;
        this.encoding = encoding;
        this.separator = separator;
    }

    static TextForm of(Path file, FileSample sample, Hints hints) throws IOException {
        Encoding encoding = sample.encoding(hints);
        char separator = hints.separator() != null
                ? hints.separator()
                : SeparatorDetector.detect(sample.text(encoding), sample.isCut());
        return new TextForm(file, encoding, separator);
    }

    /** How its characters are coded. */
    public Charset charset() {
        return encoding.charset();
    }

    /** What stands between cells. */
    public char separator() {
        return separator;
    }

    @Override
    public TableRows open(int width) throws IOException {
        return TextRows.open(file, encoding, separator, width);
    }
}
