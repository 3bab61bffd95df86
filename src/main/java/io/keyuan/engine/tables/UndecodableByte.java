package io.keyuan.engine.tables;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Finds where a file stops making sense. Readers only say that it does, so the file is read once more. */
final class UndecodableByte {
    private UndecodableByte() {}

    static TableProblem in(Path file, Encoding encoding) throws IOException {
        return new TableProblem(
                TableProblem.Code.UNDECODABLE_BYTE,
                Map.of("position", position(file, encoding), "charset", encoding.charset().name()));
    }

    private static long position(Path file, Encoding encoding) throws IOException {
        CharsetDecoder decoder = encoding.decoder();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer ignored = CharBuffer.allocate(1 << 16);
        long decoded = encoding.mark();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.skipNBytes(decoded);
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                CoderResult result = decoder.decode(bytes, ignored.clear(), end);
                decoded += bytes.position();
                if (result.isError()) {
                    return decoded;
                }
                bytes.compact();
            }
        }
        return decoded;
    }
}
