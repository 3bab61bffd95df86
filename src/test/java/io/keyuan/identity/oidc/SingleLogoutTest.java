package io.keyuan.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whoever leaves here or at the provider has left on both sides. */
class SingleLogoutTest {

    private static final MockOAuth2Server SERVER = Realm.server();
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final TestTenant company = RunningProgram.freshTenant();
    private final Realm realm = Realm.of(SERVER, company, Map.of("makesPeople", true));

    @AfterAll
    static void stop() {
        SERVER.shutdown();
    }

    private Realm.Visitor signedIn(String subject, String sid) {
        var visitor = realm.says(subject, Map.of("sid", sid, "preferred_username", "p" + subject, "name", "P" + subject,
                "email", subject + "@corp.example", "groups", List.of())).visitor();
        assertThat(visitor.signsIn()).isEqualTo("/customers");
        return visitor;
    }

    private Map<String, Object> logout(String subject) {
        return new HashMap<>(Map.of("sub", subject, "aud", Realm.CLIENT, "jti", UUID.randomUUID().toString(), "events", Map.of(EVENT, Map.of())));
    }

    private int hear(Map<String, Object> claims) {
        String token = realm.token(claims, Duration.ofMinutes(2)).serialize();
        return company.nobody().with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/sign-in/oidc/" + realm.provider() + "/logout", "logout_token=" + TestClient.encoded(token)).status();
    }

    @Test
    void leavingHereLeadsToTheProviderWhichIsToldWhoLeaves() {
        var lin = signedIn("7", "s1");

        String address = lin.browser().get("/api/v1/session/provider").expect(200).text("/address");

        assertThat(address).startsWith(SERVER.endSessionEndpointUrl(realm.issuer().substring(realm.issuer().lastIndexOf('/') + 1)).toString())
                .contains("id_token_hint=", "client_id=" + Realm.CLIENT, "post_logout_redirect_uri=");
        lin.session().delete("/api/v1/session").expect(204);
        assertThat(lin.login()).isNull();
        assertThat(company.signedIn().get("/api/v1/session/provider").expect(200).at("/address").isNull()).isTrue();
        assertThat(company.administrator().get("/api/v1/session/provider").expect(200).at("/address").isNull()).isTrue();
    }

    @Test
    void aSessionThatEndedThereEndsHere() {
        var here = signedIn("7", "s1");
        var elsewhere = signedIn("7", "s2");
        var other = signedIn("8", "s3");
        Map<String, Object> claims = logout("7");
        claims.put("sid", "s1");

        assertThat(hear(claims)).isEqualTo(200);

        assertThat(here.login()).isNull();
        assertThat(elsewhere.login()).isEqualTo("p7");
        assertThat(other.login()).isEqualTo("p8");
    }

    @Test
    void allOfSomebodysSessionsEndWhereTheProviderNamesNone() {
        var here = signedIn("7", "s1");
        var elsewhere = signedIn("7", "s2");
        var other = signedIn("8", "s3");

        assertThat(hear(logout("7"))).isEqualTo(200);

        assertThat(here.login()).isNull();
        assertThat(elsewhere.login()).isNull();
        assertThat(other.login()).isEqualTo("p8");
    }

    @Test
    void whatIsNotTheProvidersWordEndsNothing() {
        var lin = signedIn("7", "s1");
        Map<String, Object> otherClient = logout("7");
        otherClient.put("aud", "another-client");
        Map<String, Object> idToken = logout("7");
        idToken.remove("events");
        Map<String, Object> withNonce = logout("7");
        withNonce.put("nonce", "n");

        assertThat(List.of(hear(otherClient), hear(idToken), hear(withNonce))).containsOnly(400);
        var form = company.nobody().with("Content-Type", "application/x-www-form-urlencoded");
        form.send("POST", "/sign-in/oidc/" + realm.provider() + "/logout", "logout_token=rubbish").expect(400);
        form.send("POST", "/sign-in/oidc/" + realm.provider() + "/logout", "").expect(400);
        form.send("POST", "/sign-in/oidc/" + UUID.randomUUID() + "/logout", "logout_token=rubbish").expect(400);

        assertThat(lin.login()).isEqualTo("p7");
    }
}
