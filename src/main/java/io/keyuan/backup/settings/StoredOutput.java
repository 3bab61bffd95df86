package io.keyuan.backup.settings;

import io.keyuan.engine.jobs.StoredFiles;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;

/** Puts what is written at the end of a stored file, a piece at a time. */
final class StoredOutput extends OutputStream {

    private final StoredFiles files;
    private final UUID file;
    private final byte[] piece = new byte[StoredFiles.CHUNK];
    private int filled;

    StoredOutput(StoredFiles files, UUID file) {
        this.files = files;
        this.file = file;
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            int count = Math.min(left, piece.length - filled);
            System.arraycopy(bytes, from, piece, filled, count);
            filled += count;
            from += count;
            left -= count;
            if (filled == piece.length) {
                store();
            }
        }
    }

    private void store() {
        files.append(file, Arrays.copyOf(piece, filled));
        filled = 0;
    }

    @Override
    public void close() {
        if (filled > 0) {
            store();
        }
    }
}
