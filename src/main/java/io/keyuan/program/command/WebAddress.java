package io.keyuan.program.command;

import io.keyuan.program.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Where the program listens for browsers.
 *
 * @param scheme http or https
 */
record WebAddress(String scheme, String host, int port) {

    /** Refuses an address nobody can listen on, before anything slow is started. */
    void checkFree() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException unknown) {
            throw Refusal.surroundings("The host " + host + " is not known; give an address of this machine with"
                    + " --host.", unknown);
        } catch (IOException taken) {
            throw unusable(taken);
        }
    }

    Refusal unusable(Throwable cause) {
        if (String.valueOf(cause.getMessage()).contains("assign")) {
            return Refusal.surroundings("The address " + host + " is not one of this machine; give another with --host.", cause);
        }
        return Refusal.surroundings("Port " + port + " on " + host + " cannot be used (" + cause.getMessage()
                + "); stop the program that uses it or choose another with --port.", cause);
    }

    /** What a browser on this machine opens. */
    URI uri() {
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        String shown = everywhere ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        return URI.create(scheme + "://" + shown + ":" + port);
    }
}
