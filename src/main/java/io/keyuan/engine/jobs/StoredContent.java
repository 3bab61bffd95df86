package io.keyuan.engine.jobs;

import java.io.InputStream;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The bytes of a stored file, fetched a piece at a time. */
final class StoredContent extends InputStream {

    private final IntFunction<byte @Nullable []> chunks;
    private byte @Nullable [] chunk = {};
    private int place;
    private int at;

    /** @param chunks answers the piece at a place, null after the last */
    StoredContent(IntFunction<byte @Nullable []> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        while (chunk != null && at == chunk.length) {
            chunk = chunks.apply(place++);
            at = 0;
        }
        if (chunk == null) {
            return -1;
        }
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, into, offset, count);
        at += count;
        return count;
    }
}
