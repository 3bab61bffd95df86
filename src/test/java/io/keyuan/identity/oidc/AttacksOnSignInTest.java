package io.keyuan.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.keyuan.RunningProgram;
import io.keyuan.TestTenant;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is signed in by what is not the provider's word for this sign-in of this browser, and nothing of it is a failure of ours. */
class AttacksOnSignInTest {

    private static final MockOAuth2Server SERVER = Realm.server();
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final TestTenant company = RunningProgram.freshTenant();
    private final Realm realm = Realm.of(SERVER, company, Map.of("makesPeople", true));
    private final Realm.Visitor visitor = realm.visitor();
    private String nonce = "";
    private URI callback = URI.create("");

    @AfterAll
    static void stop() {
        SERVER.shutdown();
    }

    /** The browser stands before our door with a good code; what the provider says of it is up to each test. */
    @BeforeEach
    void comeBack() {
        String address = visitor.leaves();
        nonce = parameter(URI.create(address), "nonce");
        callback = Realm.throughProvider(address);
    }

    private static String parameter(URI address, String name) {
        return Objects.requireNonNull(URLUtils.parseParameters(address.getRawQuery()).get(name)).getFirst();
    }

    private Map<String, Object> claims() {
        return new HashMap<>(Map.of("sub", "7", "aud", Realm.CLIENT, "nonce", nonce, "preferred_username", "lin",
                "name", "林悦", "email", "lin@corp.example", "groups", List.of()));
    }

    private String withToken(JWT token) {
        realm.answers(200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\"" + token.serialize() + "\"}");
        return visitor.returns(callback);
    }

    private String withClaims(String name, Object value) {
        Map<String, Object> claims = claims();
        claims.put(name, value);
        return withToken(realm.token(claims, FIVE_MINUTES));
    }

    private void staysOut(String location, String refusal) {
        assertThat(location).startsWith("/sign-in?refused=" + refusal);
        assertThat(visitor.login()).isNull();
        assertThat(company.administrator().get("/api/v1/users").content()).doesNotContain("lin@corp.example");
    }

    private JWTClaimsSet whole(Map<String, Object> claims) {
        var set = new JWTClaimsSet.Builder().issuer(realm.issuer())
                .issueTime(new Date()).expirationTime(Date.from(Instant.now().plus(FIVE_MINUTES)));
        claims.forEach(set::claim);
        return set.build();
    }

    private static SignedJWT signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token;
    }

    @Test
    void theForgeriesBelowDifferFromThisOnlyInWhatTheyForge() {
        assertThat(withToken(realm.token(claims(), FIVE_MINUTES))).isEqualTo("/customers");
        assertThat(visitor.login()).isEqualTo("lin");
    }

    @Test
    void aTokenForAnotherSignIn() {
        staysOut(withClaims("nonce", "of another sign-in"), "token-invalid");
    }

    @Test
    void aTokenWithoutNonce() {
        Map<String, Object> claims = claims();
        claims.remove("nonce");
        staysOut(withToken(realm.token(claims, FIVE_MINUTES)), "token-invalid");
    }

    @Test
    void aTokenForAnotherClient() {
        staysOut(withClaims("aud", "another-client"), "token-invalid");
    }

    @Test
    void aTokenForSeveralThatWasGivenToAnother() {
        Map<String, Object> claims = claims();
        claims.put("aud", List.of(Realm.CLIENT, "another-client"));
        claims.put("azp", "another-client");
        staysOut(withToken(realm.token(claims, FIVE_MINUTES)), "token-invalid");
    }

    @Test
    void aTokenThatHasExpired() {
        staysOut(withToken(realm.token(claims(), Duration.ofHours(-1))), "token-time");
    }

    @Test
    void aProviderThatFails() {
        realm.answers(500, "");
        staysOut(visitor.returns(callback), "provider-down");
    }

    @Test
    void aTokenNobodySigned() {
        staysOut(withToken(new PlainJWT(whole(claims()))), "token-invalid");
    }

    @Test
    void aTokenSignedByAnotherKeyThatCallsItselfTheProviders() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).generate();
        String keyId = ((SignedJWT) realm.token(claims(), FIVE_MINUTES)).getHeader().getKeyID();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();

        staysOut(withToken(signed(header, whole(claims()), new RSASSASigner(key))), "token-invalid");
    }

    @Test
    void aTokenThatBringsItsOwnKey() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("mine").generate();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("mine").jwk(key.toPublicJWK()).build();

        staysOut(withToken(signed(header, whole(claims()), new RSASSASigner(key))), "token-invalid");
    }

    @Test
    void aTokenSignedWithTheClientsSecret() throws Exception {
        var signer = new MACSigner("a secret of many words that is long enough to sign");
        staysOut(withToken(signed(new JWSHeader(JWSAlgorithm.HS256), whole(claims()), signer)), "token-invalid");
    }

    @Test
    void aTokenOfAnotherIssuerOfTheSameServer() {
        Realm other = Realm.of(SERVER, RunningProgram.freshTenant(), Map.of());
        staysOut(withToken(other.token(claims(), FIVE_MINUTES)), "token-invalid");
    }

    @Test
    void aTokenThatWasChanged() throws Exception {
        String good = realm.token(claims(), FIVE_MINUTES).serialize();
        String[] parts = good.split("\\.");
        JWTClaimsSet changed = new JWTClaimsSet.Builder(SignedJWT.parse(good).getJWTClaimsSet()).subject("1").build();
        String forged = parts[0] + "." + Base64URL.encode(changed.toString()) + "." + parts[2];

        staysOut(withToken(SignedJWT.parse(forged)), "token-invalid");
    }

    @Test
    void anAnswerWithoutAnIdToken() {
        realm.answers(200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\"}");
        assertThat(visitor.returns(callback)).matches("/sign-in\\?refused=(provider-refused|token-invalid)&.*");
    }

    @Test
    void anAnswerThatIsNoAnswer() {
        realm.answers(200, "<html>");
        staysOut(visitor.returns(callback), "provider-refused");
    }

    @Test
    void aWrongSecret() {
        realm.answers(401, "{\"error\":\"invalid_client\"}");
        staysOut(visitor.returns(callback), "wrong-client");
    }

    @Test
    void aStateIsGoodOnce() {
        realm.says("7", claims());
        assertThat(visitor.returns(callback)).isEqualTo("/customers");

        assertThat(visitor.returns(callback)).startsWith("/sign-in?refused=state-unknown");
    }

    @Test
    void aCodeIsGoodOnce() {
        realm.says("7", claims());
        visitor.returns(callback);
        Realm.Visitor thief = realm.visitor();
        String own = Realm.throughProvider(thief.leaves()).toString();
        String stolen = own.replaceAll("code=[^&]*", "code=" + parameter(callback, "code"));

        realm.says("7", claims());
        assertThat(thief.returns(URI.create(stolen))).matches("/sign-in\\?refused=(code-refused|token-invalid|provider-refused)&.*");
        assertThat(thief.login()).isNull();
    }

    @Test
    void nobodyFinishesWhatAnotherBrowserBegan() {
        Realm.Visitor other = realm.visitor();
        assertThat(other.returns(callback)).startsWith("/sign-in?refused=state-unknown");
        other.leaves();
        assertThat(other.returns(callback)).startsWith("/sign-in?refused=state-unknown");
        assertThat(other.login()).isNull();
    }

    @Test
    void aMadeUpState() {
        staysOut(visitor.returns(URI.create(callback.getPath() + "?code=x&state=made-up")), "state-unknown");
        staysOut(visitor.returns(URI.create(callback.getPath() + "?code=x")), "state-unknown");
    }

    @Test
    void anAnswerOfAnotherProvider() {
        Realm other = Realm.of(SERVER, company, Map.of("label", "Other"));
        String toOther = callback.toString().replace(realm.provider(), other.provider());
        staysOut(visitor.returns(URI.create(toOther)), "mixed-up");
    }

    @Test
    void anAnswerThatSaysItIsAnotherIssuers() {
        staysOut(visitor.returns(URI.create(callback + "&iss=https%3A%2F%2Fevil.example")), "mixed-up");
    }

    @Test
    void aPersonWhoDidNotWantTo() {
        String cancelled = callback.getPath() + "?error=access_denied&state=" + parameter(callback, "state");
        String location = visitor.returns(URI.create(cancelled));
        staysOut(location, "cancelled");
        assertThat(location).contains("next=%2Fcustomers");
    }

    @Test
    void aProviderOfAnotherCompanyLeadsNowhereHere() {
        Realm theirs = Realm.of(SERVER, RunningProgram.freshTenant(), Map.of("makesPeople", true));
        String toTheirs = callback.toString().replace(realm.provider(), theirs.provider());
        assertThat(visitor.returns(URI.create(toTheirs))).startsWith("/sign-in?refused=state-unknown");
    }

    @Test
    void addressesOfOtherSitesAreNotReturnedTo() {
        for (String next : List.of("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)")) {
            assertThat(Addresses.inside(next)).isEqualTo("/");
        }
        assertThat(Addresses.inside("/customers?view=board")).isEqualTo("/customers?view=board");
    }
}
