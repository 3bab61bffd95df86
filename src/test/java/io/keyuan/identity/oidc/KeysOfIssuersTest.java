package io.keyuan.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A provider renews its keys now and then, is away at times, and may not be the one it is taken for. */
class KeysOfIssuersTest {

    private static final Nonce NONCE = new Nonce("n");

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
    private volatile String callsItself = issuer;
    private volatile RSAKey key = key("one");
    private final AtomicInteger questions = new AtomicInteger();
    private final Outbounds outbounds = new Outbounds();
    private final Issuers issuers = new Issuers(outbounds);
    private final Provider provider = provider();

    KeysOfIssuersTest() throws IOException, JOSEException {
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer":"%s","authorization_endpoint":"%2$s/a","token_endpoint":"%2$s/t","jwks_uri":"%2$s/keys",
                 "response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256","HS256","none"]}""".formatted(callsItself, issuer)));
        server.createContext("/keys", exchange -> {
            questions.incrementAndGet();
            answer(exchange, new JWKSet(key.toPublicJWK()).toString());
        });
        server.start();
    }

    private static RSAKey key(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).generate();
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private Provider provider() {
        Provider fresh = ProviderChange.fresh(UUID.randomUUID(), UUID.randomUUID());
        return new Provider(fresh.tenant(), fresh.id(), true, "Here", new Provider.Client(issuer, "crm", null, List.of(), true),
                fresh.claims(), fresh.admittance());
    }

    private SignedJWT token(RSAKey by) throws JOSEException {
        return token(by, Instant.now());
    }

    private SignedJWT token(RSAKey by, Instant issued) throws JOSEException {
        var claims = new JWTClaimsSet.Builder().issuer(issuer).subject("7").audience("crm").claim("nonce", NONCE.getValue())
                .issueTime(Date.from(issued)).expirationTime(Date.from(issued.plusSeconds(300))).build();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(by));
        return token;
    }

    private void accepts(RSAKey by) throws Exception {
        assertThat(IdTokens.validated(provider, issuers.get(provider.client()), token(by), NONCE).getSubject().getValue()).isEqualTo("7");
    }

    private Refusal refuses(RSAKey by) {
        return catchThrowableOfType(SignInRefused.class,
                () -> IdTokens.validated(provider, issuers.get(provider.client()), token(by), NONCE)).refusal();
    }

    private Refusal refusesOf(Instant issued) {
        return catchThrowableOfType(SignInRefused.class,
                () -> IdTokens.validated(provider, issuers.get(provider.client()), token(key, issued), NONCE)).refusal();
    }

    @Test
    void whatIsNoLongerOrNotYetTrueIsNot() {
        assertThat(refusesOf(Instant.now().minusSeconds(3600))).isEqualTo(Refusal.TOKEN_TIME);
        assertThat(refusesOf(Instant.now().plusSeconds(3600))).isEqualTo(Refusal.TOKEN_TIME);
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        outbounds.close();
    }

    @Test
    void keysAreAskedForOnceUntilAnUnknownOneTurnsUp() throws Exception {
        RSAKey old = key;
        accepts(old);
        accepts(old);
        assertThat(questions).hasValue(1);

        RSAKey renewed = key("two");
        key = renewed;
        accepts(renewed);

        assertThat(questions).hasValue(2);
        assertThat(refuses(old)).isIn(Refusal.TOKEN_INVALID, Refusal.PROVIDER_DOWN);
    }

    @Test
    void nobodyMakesUsAskAgainAndAgainByMakingKeysUp() throws Exception {
        accepts(key);
        RSAKey made = key("made up");
        for (int i = 0; i < 20; i++) {
            assertThat(refuses(new RSAKey.Builder(made.toRSAPublicKey()).privateKey(made.toRSAPrivateKey()).keyID("x" + i).build()))
                    .isIn(Refusal.TOKEN_INVALID, Refusal.PROVIDER_DOWN);
        }
        assertThat(questions.get()).isLessThan(10);
    }

    @Test
    void aProviderWhoseKeysCannotBeHadIsAway() throws Exception {
        RSAKey by = key;
        server.removeContext("/keys");
        assertThat(refuses(by)).isEqualTo(Refusal.PROVIDER_DOWN);
    }

    @Test
    void aProviderThatCallsItselfAnotherIsNotTheOne() {
        callsItself = "https://evil.example";
        assertThat(catchThrowableOfType(SignInRefused.class, () -> issuers.get(provider.client())).refusal()).isEqualTo(Refusal.MIXED_UP);
    }
}
