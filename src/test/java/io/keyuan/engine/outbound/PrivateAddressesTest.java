package io.keyuan.engine.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are somebody's own. */
class PrivateAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "2606:4700::1111", "172.15.0.1", "100.128.0.1", "192.169.0.1"})
    void theWorldIsNotPrivate(String address) {
        assertThat(PrivateAddresses.isPrivate(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254", "0.0.0.0", "::1", "fd00::1", "64:ff9b::a00:1", "2002:a00:1::"})
    void onesOwnNetworkIs(String address) {
        assertThat(PrivateAddresses.isPrivate(InetAddress.ofLiteral(address))).isTrue();
    }
}
