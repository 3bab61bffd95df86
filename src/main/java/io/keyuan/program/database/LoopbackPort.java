package io.keyuan.program.database;

import io.keyuan.program.PrivateFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The port PostgreSQL listens on: the same at each start unless someone else took it meanwhile. */
record LoopbackPort(Path file) {

    int choose() throws IOException {
        int remembered = remembered();
        return remembered > 0 && free(remembered) ? remembered : another();
    }

    int another() throws IOException {
        try (var socket = new ServerSocket(0, 1, loopback())) {
            int port = socket.getLocalPort();
            PrivateFile.write(file, String.valueOf(port));
            return port;
        }
    }

    static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** The port of the last start, 0 when there was none. */
    int remembered() throws IOException {
        String text = Files.exists(file) ? Files.readString(file).strip() : "";
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
