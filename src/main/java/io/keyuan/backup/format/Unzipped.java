package io.keyuan.backup.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The content of a gzip file, of which every byte is accounted for. */
final class Unzipped extends GZIPInputStream {

    private static final int BUFFER = 1 << 16;
    private static final int TRAILER = 8;

    private Unzipped(InputStream file) throws IOException {
        super(file, BUFFER);
    }

    static Unzipped of(InputStream file) throws IOException {
        try {
            return new Unzipped(file);
        } catch (EOFException | ZipException noGzip) {
            throw new DamagedBackup("is no backup of Keyuan's", noGzip);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (EOFException early) {
            throw new DamagedBackup("ends before its end", early);
        } catch (ZipException changed) {
            throw new DamagedBackup("is not as it was written", changed);
        }
    }

    /** To be asked at the end; a gzip file may well go on behind it, a backup does not. */
    boolean isFollowedByMore() throws IOException {
        return inf.getRemaining() > TRAILER || in.read() >= 0;
    }
}
