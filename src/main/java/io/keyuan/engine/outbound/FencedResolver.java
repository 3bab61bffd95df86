package io.keyuan.engine.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.modulith.NamedInterface;

/**
 * Finds the addresses of hosts and refuses those one may not be led to. Connections are made to what this returned, so that a
 * name server that answers differently the second time gains nothing.
 *
 * @param privateAllowed whether addresses of one's own network are allowed
 */
@NamedInterface("outbound")
public record FencedResolver(boolean privateAllowed) implements DnsResolver {

    /** The name leads to where it must not. */
    @NamedInterface("outbound")
    public static final class PrivateAddress extends UnknownHostException {
        PrivateAddress(String host) {
            super(host + " is an address of a private network");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        if (Stream.of(all).anyMatch(this::isForbidden)) {
            throw new PrivateAddress(host);
        }
        return all;
    }

    private boolean isForbidden(InetAddress address) {
        return privateAllowed ? PrivateAddresses.isNever(address) : PrivateAddresses.isPrivate(address);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
