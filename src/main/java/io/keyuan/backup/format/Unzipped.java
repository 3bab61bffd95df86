package io.keyuan.backup.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The content of a gzip file, of which every byte is accounted for. */
final class Unzipped extends GZIPInputStream {

    private static final int BUFFER = 1 << 16;
    private static final int TRAILER = 8;

    /** How Java begins a gzip file: deflated, no name, no time. The byte after it names a system and says nothing. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0};

    private Unzipped(InputStream file) throws IOException {
        super(file, BUFFER);
    }

    static Unzipped of(InputStream file) throws IOException {
        var content = new PushbackInputStream(file, HEADER.length);
        byte[] header = content.readNBytes(HEADER.length);
        if (!Arrays.equals(header, HEADER)) {
            file.close();
            throw new DamagedBackup("is no backup of Keyuan's");
        }
        content.unread(header);
        try {
            return new Unzipped(content);
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
