package io.keyuan.engine.tables;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Passes on what it reads, but not without end: an entry is held in memory, be it as long as its file. */
final class PieceReader extends FilterReader {

    /** A photograph stands in its card as text. */
    static final int MOST = 16_000_000;

    private long line = 1;
    private int since;

    PieceReader(Reader in) {
        super(in);
    }

    /** What is read from now on belongs to another entry. */
    void begin(long line) {
        this.line = line;
        since = 0;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        count(1);
        return character;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) {
        since += read;
        if (since > MOST) {
            throw RowHandler.tooLong(line);
        }
    }
}
