package io.keyuan.identity.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.keyuan.identity.signin.SecretHash;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A browser's way to a provider and back.
 *
 * @param browser of the secret in the browser's cookie
 * @param next where in the console it goes then
 * @param triedBy the administrator who only wants to see what comes back; null for signing in
 */
record Flow(
        State state, UUID provider, SecretHash browser, Nonce nonce, CodeVerifier verifier, String redirectUri, String next,
        @Nullable UUID triedBy) {

    private static final int RANDOM_BYTES = 32;

    static Flow begin(UUID provider, SecretHash browser, String redirectUri, String next, @Nullable UUID triedBy) {
        return new Flow(new State(RANDOM_BYTES), provider, browser, new Nonce(RANDOM_BYTES), new CodeVerifier(), redirectUri, next, triedBy);
    }
}
