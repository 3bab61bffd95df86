package io.keyuan.bench.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection kept open. It does the least that HTTP 1.1 allows, since on a small machine what the client costs is
 * taken from the program it measures.
 */
final class HttpConnection implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final int TIMEOUT_MILLIS = 120_000;
    private static final int NO_CONTENT = 204;

    private final URI address;
    private Socket socket;
    private InputStream in;
    /** The program lets nobody keep a connection for ever. */
    private boolean ending;

    HttpConnection(URI address) throws IOException {
        this.address = address;
        socket = connected(address);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    private static Socket connected(URI address) throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    Answer send(Request request) throws IOException {
        if (ending) {
            socket.close();
            socket = connected(address);
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            ending = false;
        }
        socket.getOutputStream().write(request.bytes());
        int status = status(line());
        long length = -1;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
            String value = header.substring(header.indexOf(':') + 1).strip();
            length = name.equals("content-length") ? Long.parseLong(value) : length;
            chunked |= name.equals("transfer-encoding") && value.equals("chunked");
            ending |= name.equals("connection") && value.equals("close");
        }
        return new Answer(status, status == NO_CONTENT ? new byte[0] : chunked ? chunks() : bytes(length));
    }

    private static int status(String line) throws IOException {
        String[] words = line.split(" ", 3);
        if (words.length < 2) {
            throw new IOException("not an answer of HTTP: " + line);
        }
        return Integer.parseInt(words[1]);
    }

    private byte[] bytes(long length) throws IOException {
        if (length < 0) {
            throw new IOException("an answer without a length");
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException("the program hung up");
        }
        return bytes;
    }

    private byte[] chunks() throws IOException {
        var whole = new ByteArrayOutputStream(BUFFER);
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            whole.write(bytes(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the program hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** What came back. */
    record Answer(int status, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** How often some ASCII text is in the body. */
        int count(String text) {
            byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
            int count = 0;
            for (int at = 0; at + wanted.length <= body.length; at++) {
                if (isAt(at, wanted)) {
                    count++;
                }
            }
            return count;
        }

        private boolean isAt(int at, byte[] wanted) {
            for (int i = 0; i < wanted.length; i++) {
                if (body[at + i] != wanted[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
