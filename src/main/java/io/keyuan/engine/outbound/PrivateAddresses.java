package io.keyuan.engine.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses the internet does not lead to (RFC 6890). */
final class PrivateAddresses {

    private PrivateAddresses() {}

    /** Where nobody has anything to be asked, but what a cloud tells its machines, or everybody at once. */
    static boolean isNever(InetAddress address) {
        return address.isLinkLocalAddress() || address.isMulticastAddress() || address.isAnyLocalAddress();
    }

    /** Whether the address is this machine's or of a network of somebody's own. */
    static boolean isPrivate(InetAddress address) {
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || isNever(address) || switch (address) {
            case Inet4Address four -> isPrivate(four.getAddress());
            case Inet6Address six -> isPrivateSix(six.getAddress());
            default -> true;
        };
    }

    private static boolean isPrivate(byte[] four) {
        int first = four[0] & 0xff;
        int second = four[1] & 0xff;
        boolean carrier = first == 100 && (second & 0xc0) == 64;
        boolean measuring = first == 198 && (second & 0xfe) == 18;
        boolean assigned = first == 192 && second == 0 && four[2] == 0;
        return first == 0 || first >= 240 || carrier || measuring || assigned;
    }

    /** Unique local ones, and those that carry an address of IPv4 in which anything may stand. */
    private static boolean isPrivateSix(byte[] six) {
        boolean uniqueLocal = (six[0] & 0xfe) == 0xfc;
        boolean translated = six[0] == 0 && six[1] == 0x64;
        boolean sixToFour = six[0] == 0x20 && six[1] == 0x02;
        boolean teredo = six[0] == 0x20 && six[1] == 0x01 && six[2] == 0 && six[3] == 0;
        boolean compatible = six[0] == 0 && six[1] == 0 && six[2] == 0 && six[3] == 0;
        return uniqueLocal || translated || sixToFour || teredo || compatible;
    }
}
