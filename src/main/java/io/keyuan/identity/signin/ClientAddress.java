package io.keyuan.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Where a request comes from; a proxy may have said so, in whatever words. */
record ClientAddress(String text, @Nullable InetAddress parsed) {

    private static final int NETWORK_BYTES = 8;

    static ClientAddress of(HttpServletRequest request) {
        String text = String.valueOf(request.getRemoteAddr());
        try {
            return new ClientAddress(text, InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return new ClientAddress(text, null);
        }
    }

    /** Whoever has one address of IPv6 has all of its network. */
    String network() {
        return parsed instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                : text;
    }

    boolean isLoopback() {
        return parsed != null && parsed.isLoopbackAddress();
    }
}
