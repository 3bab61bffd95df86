package io.keyuan.identity.oidc;

import com.nimbusds.jwt.JWT;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** An issuer of a real OpenID Connect server inside the test run, with a company that signs in by it. */
final class Realm {

    static final String CLIENT = "keyuan-crm";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final MockOAuth2Server server;
    private final String name = "realm-" + NUMBER.incrementAndGet();
    private final TestTenant company;
    private final String provider;

    private Realm(MockOAuth2Server server, TestTenant company, Map<String, Object> settings) {
        this.server = server;
        this.company = company;
        Map<String, Object> body = new HashMap<>(Map.of(
                "label", "Company account", "issuer", issuer(), "clientId", CLIENT, "clientSecret", "a secret of many words",
                "privateAddresses", true, "enabled", true, "groupsClaim", "groups"));
        body.putAll(settings);
        this.provider = company.administrator().post("/api/v1/identity-providers", body).expect(201).id();
    }

    static Realm of(MockOAuth2Server server, TestTenant company, Map<String, Object> settings) {
        return new Realm(server, company, settings);
    }

    static MockOAuth2Server server() {
        var server = new MockOAuth2Server(new Forged());
        server.start();
        return server;
    }

    /** Answers requests for tokens as it was told to, and leaves all others to the server. */
    private static final class Forged implements Route {

        private static final Queue<OAuth2HttpResponse> ANSWERS = new ConcurrentLinkedQueue<>();

        @Override
        public boolean match(OAuth2HttpRequest request) {
            return request.getUrl().encodedPath().endsWith("/token") && !ANSWERS.isEmpty();
        }

        @Override
        public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
            return ANSWERS.remove();
        }
    }

    String issuer() {
        return server.issuerUrl(name).toString();
    }

    String provider() {
        return provider;
    }

    TestTenant company() {
        return company;
    }

    void change(Map<String, Object> settings) {
        company.administrator().patch("/api/v1/identity-providers/" + provider, settings).expect(200);
    }

    /** Whom the provider tells of when it is asked next. */
    Realm says(String subject, Map<String, Object> claims) {
        server.enqueueCallback(new DefaultOAuth2TokenCallback(name, subject, "JWT", List.of(CLIENT), claims, 300));
        return this;
    }

    /** What the provider answers when it is asked for tokens next. */
    void answers(int status, String body) {
        Forged.ANSWERS.add(new OAuth2HttpResponse(Headers.of("Content-Type", "application/json"), status, body, null));
    }

    /** A token of this or another issuer, signed by its key. */
    JWT token(Map<String, Object> claims, Duration valid) {
        return server.anyToken(server.issuerUrl(name), claims, valid);
    }

    /** Signs in as a person at the provider does, and comes back. */
    static URI throughProvider(String address) {
        try {
            var answer = HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
            return URI.create(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer + answer.body())));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    Visitor visitor() {
        return new Visitor(this);
    }

    /** Somebody's browser at the company's door. */
    static final class Visitor {

        private final Realm realm;
        private TestClient browser;

        private Visitor(Realm realm) {
            this.realm = realm;
            this.browser = realm.company().nobody();
        }

        /** @return the provider's address the browser is sent to */
        String leaves() {
            var answer = browser.get("/sign-in/oidc/" + realm.provider() + "?next=/customers").expect(302);
            answer.headers().firstValue("Set-Cookie").ifPresent(cookie -> browser = browser.with("Cookie", cookie.split(";", 2)[0]));
            return answer.header("Location");
        }

        /** @return where the browser goes on */
        String returns(URI callback) {
            var answer = browser.get(callback.getRawPath() + "?" + callback.getRawQuery()).expect(302);
            answer.headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith("keyuan_session="))
                    .forEach(cookie -> browser = browser.with("Cookie", cookie.split(";", 2)[0]));
            return answer.header("Location");
        }

        /** All the way, and back in the console or at the door. */
        String signsIn() {
            return returns(throughProvider(leaves()));
        }

        TestClient browser() {
            return browser;
        }

        /** As whoever is signed in now. */
        @Nullable String login() {
            var session = browser.get("/api/v1/session");
            return session.status() == 200 ? session.text("/user/login") : null;
        }

        TestClient session() {
            var session = browser.get("/api/v1/session").expect(200);
            return browser.with("X-CSRF-Token", session.text("/csrfToken"));
        }
    }
}
