package io.keyuan.documents;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Documents one behind the other as a job keeps them, each with the record it is of, its name and its length. */
final class KeptDocuments {

    private KeptDocuments() {}

    /** Takes one after the other. */
    interface Taker {
        void take(UUID record, String name, byte[] content) throws IOException;
    }

    static byte[] of(UUID record, String name, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(record.getMostSignificantBits());
            out.writeLong(record.getLeastSignificantBits());
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
            var record = new UUID(rest.readLong(), rest.readLong());
            String name = rest.readUTF();
            byte[] content = new byte[rest.readInt()];
            rest.readFully(content);
            taker.take(record, name, content);
        }
    }
}
