package io.keyuan.documents;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;

/** Documents one behind the other as a job keeps them, each with its name and its length. */
final class KeptDocuments {

    private KeptDocuments() {}

    /** Takes one after the other. */
    interface Taker {
        void take(String name, byte[] content) throws IOException;
    }

    static byte[] of(String name, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(name);
            out.writeInt(content.length);
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static void each(InputStream kept, Taker taker) throws IOException {
        var ahead = new PushbackInputStream(kept);
        var rest = new DataInputStream(ahead);
        for (int next = ahead.read(); next >= 0; next = ahead.read()) {
            ahead.unread(next);
            String name = rest.readUTF();
            byte[] content = new byte[rest.readInt()];
            rest.readFully(content);
            taker.take(name, content);
        }
    }
}
