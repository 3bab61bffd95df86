package io.keyuan.backup.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads line by line into one array that grows with the longest. */
final class LineReader {

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private byte[] line = new byte[1 << 12];
    private int length;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Goes on to the next line; false at the end. */
    boolean next() throws IOException {
        length = 0;
        do {
            if (at == filled && !fill()) {
                if (length > 0) {
                    throw new DamagedBackup("ends before its end");
                }
                return false;
            }
        } while (!takeToLineFeed());
        return true;
    }

    /** The line with its line feed; good until the next one is asked for. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    boolean is(byte[] other) {
        return Arrays.equals(line, 0, length, other, 0, other.length);
    }

    private boolean takeToLineFeed() throws IOException {
        int end = at;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        boolean complete = end < filled;
        append(complete ? end + 1 : end);
        return complete;
    }

    private void append(int end) throws IOException {
        int count = end - at;
        if (length + count > BackupWriter.LONGEST_LINE) {
            throw new DamagedBackup("is not as it was written");
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, length + count));
        }
        System.arraycopy(buffer, at, line, length, count);
        length += count;
        at = end;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer, 0, buffer.length));
        return filled > 0;
    }
}
