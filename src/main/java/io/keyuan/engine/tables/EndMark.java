package io.keyuan.engine.tables;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Adds a last line to a text that no file has. Where the parser does not give it back as a row of its own, a quote
 * before it was never closed; the parser itself takes the end of the file for the end of the quote.
 */
final class EndMark extends FilterReader {
    /** The only cell of the last line: a code point that stands for no character. */
    static final String CELL = "\uFFFF";

    private static final String LINE = "\n" + CELL + "\n";

    private int given = -1;

    EndMark(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (given < 0) {
            int read = in.read(into, offset, length);
            if (read >= 0) {
                return read;
            }
            given = 0;
        }
        int count = Math.min(length, LINE.length() - given);
        LINE.getChars(given, given + count, into, offset);
        given += count;
        return count == 0 ? -1 : count;
    }
}
