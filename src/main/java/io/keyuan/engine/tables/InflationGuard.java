package io.keyuan.engine.tables;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Stops unpacking what grows as no honest table does: a file of kilobytes must not keep the program busy for hours. */
final class InflationGuard extends FilterInputStream {
    /** Below this nobody is harmed. */
    private static final long HARMLESS = 64L << 20;
    /** Sheets shrink to a tenth or a fiftieth; only what was made to harm shrinks to a thousandth. */
    private static final long MOST_GROWTH = 300;

    private final long most;
    private long unpacked;

    InflationGuard(InputStream bytes, long packed) {
        super(bytes);
        most = Math.max(HARMLESS, MOST_GROWTH * Math.max(packed, 0));
    }

    @Override
    public int read() throws IOException {
        return count(super.read(), 1);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        return count(read, read);
    }

    private int count(int result, int bytes) {
        unpacked += result < 0 ? 0 : bytes;
        if (unpacked > most) {
            throw new TableProblem(TableProblem.Code.INFLATED_WORKBOOK, Map.of());
        }
        return result;
    }
}
