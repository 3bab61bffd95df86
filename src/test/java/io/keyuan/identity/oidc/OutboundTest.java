package io.keyuan.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.keyuan.engine.outbound.FencedResolver;
import io.keyuan.identity.oidc.Provider.Client;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a provider's address may lead us, and how much of an answer we take. */
class OutboundTest {

    private final Outbounds outbounds = new Outbounds();
    private final HttpServer server;

    OutboundTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        answer("/ok", 200, "ok", null);
        answer("/elsewhere", 302, "", "/ok");
        answer("/huge", 200, "x".repeat(2 << 20), null);
        server.start();
    }

    private void answer(String path, int status, String body, @Nullable String location) {
        server.createContext(path, exchange -> {
            if (location != null) {
                exchange.getResponseHeaders().add("Location", location);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            } catch (IOException hungUp) {
                // Whoever had enough hangs up.
            }
        });
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        outbounds.close();
    }

    private Outbound outbound(boolean ownNetwork) {
        return outbounds.to(new Client("https://id.example", "crm", null, List.of(), ownNetwork));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Test
    void aProviderInOnesOwnNetworkIsReachedWhereThatIsAllowed() throws IOException {
        assertThat(outbound(true).get(at("/ok"))).isEqualTo("ok");
    }

    @Test
    void aRedirectIsNotFollowed() {
        assertThatThrownBy(() -> outbound(true).get(at("/elsewhere"))).isInstanceOf(IOException.class).hasMessageContaining("302");
    }

    @Test
    void anAnswerThatIsTooLongIsNotTaken() {
        assertThatThrownBy(() -> outbound(true).get(at("/huge"))).isInstanceOf(IOException.class).hasMessageContaining("too long");
    }

    @Test
    void plainHttpIsForOnesOwnNetworkOnly() {
        assertThatThrownBy(() -> outbound(false).get(at("/ok"))).isInstanceOf(IOException.class).hasMessageContaining("no https");
        for (String address : List.of("file:///etc/passwd", "ftp://id.example", "gopher://id.example", "https://user:pass@id.example")) {
            assertThatThrownBy(() -> outbound(true).get(URI.create(address))).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "https://localhost/", "https://10.0.0.7/", "https://192.168.1.1/", "https://172.16.0.1/",
            "https://169.254.169.254/", "https://[::1]/", "https://[fd00::1]/", "https://[::ffff:127.0.0.1]/", "https://100.64.0.1/",
            "https://0.0.0.0/", "https://[64:ff9b::7f00:1]/", "https://2130706433/", "https://0x7f.1/"})
    void thePrivateNetworkIsOutOfReach(String address) {
        assertThatThrownBy(() -> outbound(false).get(URI.create(address))).isInstanceOf(IOException.class)
                .satisfies(failure -> assertThat(Unreachable.refused((IOException) failure).refusal())
                        .isIn(Refusal.PRIVATE_ADDRESS, Refusal.PROVIDER_DOWN));
    }

    @Test
    void whatACloudTellsItsMachinesIsNeverReached() {
        assertThatThrownBy(() -> outbound(true).get(URI.create("http://169.254.169.254/latest/meta-data")))
                .isInstanceOf(FencedResolver.PrivateAddress.class);
    }
}
