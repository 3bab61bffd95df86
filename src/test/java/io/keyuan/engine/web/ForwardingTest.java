package io.keyuan.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Example;
import org.springframework.mock.web.MockHttpServletRequest;

class ForwardingTest {

    @Example
    void whatTheProxyInFrontHasSeenCounts() {
        var request = request("X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "crm.example:8443");

        assertThat(Forwarding.of(request, 1)).isEqualTo(new Forwarding("203.0.113.7", "https", "crm.example", 8443));
    }

    /** nginx adds at the end of what the client had sent. */
    @Example
    void whatTheClientMadeUpDoesNot() {
        var request = request("X-Forwarded-For", "127.0.0.1, 203.0.113.7");

        assertThat(Forwarding.of(request, 1).address()).isEqualTo("203.0.113.7");
        assertThat(Forwarding.of(request, 2).address()).isEqualTo("127.0.0.1");
    }

    @Example
    void whatIsSentInSeveralLinesIsOneList() {
        var request = request("X-Forwarded-For", "198.51.100.1", "X-Forwarded-For", "203.0.113.7, 10.0.0.2");

        assertThat(Forwarding.of(request, 2).address()).isEqualTo("203.0.113.7");
    }

    @Example
    void theStandardsHeaderGoesBeforeTheOthers() {
        var request = request(
                "Forwarded", "for=192.0.2.60;proto=http, For=\"[2001:db8:cafe::17]:4711\";proto=https;host=crm.example",
                "X-Forwarded-For", "198.51.100.1");

        assertThat(Forwarding.of(request, 1)).isEqualTo(new Forwarding("2001:db8:cafe:0:0:0:0:17", "https", "crm.example", null));
    }

    @Example
    void whatIsNoAddressIsLeftAside() {
        for (String nonsense : List.of("unknown", "_hidden", "localhost", "203.0.113.7.evil.example", "")) {
            assertThat(Forwarding.of(request("X-Forwarded-For", nonsense), 1).address()).isNull();
        }
        assertThat(Forwarding.of(request("X-Forwarded-Proto", "javascript", "X-Forwarded-Host", "a b/c"), 1))
                .isEqualTo(new Forwarding(null, null, null, null));
        assertThat(Forwarding.of(request("X-Forwarded-For", "203.0.113.7:55000"), 1).address()).isEqualTo("203.0.113.7");
    }

    @Example
    void theRequestIsAsItWasInFrontOfTheProxy() {
        var plain = request("X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "acme.crm.example");
        plain.setRequestURI("/customers");
        var forwarded = new ForwardedRequest(plain, Forwarding.of(plain, 1));

        assertThat(forwarded.getRemoteAddr()).isEqualTo("203.0.113.7");
        assertThat(forwarded.isSecure()).isTrue();
        assertThat(forwarded.getRequestURL()).hasToString("https://acme.crm.example/customers");
    }

    @Property(tries = 500)
    void whateverIsSentIsReadWithoutAFault(@ForAll List<String> values, @ForAll boolean standard) {
        var request = new MockHttpServletRequest();
        request.addHeader(standard ? "Forwarded" : "X-Forwarded-For", (Collection<String>) values);

        Forwarding read = Forwarding.of(request, 1);

        assertThat(read.scheme()).isIn(null, "http", "https");
        assertThat(read.address()).satisfiesAnyOf(
                address -> assertThat(address).isNull(), address -> assertThat(address).matches("[0-9A-Fa-f:.%]+"));
    }

    private static MockHttpServletRequest request(String... headers) {
        var request = new MockHttpServletRequest();
        for (int i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        return request;
    }
}
