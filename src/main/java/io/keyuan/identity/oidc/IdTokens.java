package io.keyuan.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.keyuan.identity.oidc.Issuers.KnownIssuer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether an ID token is the provider's word, for us and for this sign-in: signature, issuer, audience, authorized party, times
 * and nonce (OpenID Connect Core 3.1.3.7). Signed by the provider's own key pair only: no {@code none}, and nothing
 * that whoever knows our secret could have signed.
 */
final class IdTokens {

    /** Between the provider's clock and ours. */
    static final int SKEW_SECONDS = 60;

    private static final Set<JWSAlgorithm> KEY_PAIRS = keyPairs();

    private IdTokens() {}

    private static Set<JWSAlgorithm> keyPairs() {
        Set<JWSAlgorithm> all = new LinkedHashSet<>(JWSAlgorithm.Family.RSA);
        all.addAll(JWSAlgorithm.Family.EC);
        return Set.copyOf(all);
    }

    static IDTokenClaimsSet validated(Provider provider, KnownIssuer issuer, @Nullable JWT token, Nonce nonce) throws SignInRefused {
        if (token == null) {
            throw new SignInRefused(Refusal.TOKEN_INVALID, "there is no ID token; is the scope openid allowed there?");
        }
        var validator = new IDTokenValidator(
                new Issuer(provider.client().issuer()), new ClientID(provider.client().id()), keys(issuer), null);
        validator.setMaxClockSkew(SKEW_SECONDS);
        try {
            return meantForUs(validator.validate(token, nonce), provider.client().id());
        } catch (BadJOSEException invalid) {
            throw new SignInRefused(isAboutTime(invalid) ? Refusal.TOKEN_TIME : Refusal.TOKEN_INVALID, words(invalid), invalid);
        } catch (KeySourceException noKey) {
            throw new SignInRefused(withoutKey(noKey), "its keys cannot be had: " + words(noKey), noKey);
        } catch (JOSEException invalid) {
            throw new SignInRefused(Refusal.TOKEN_INVALID, words(invalid), invalid);
        }
    }

    /** A token for several says to whom of them it was given; one that was given to another is not for us. */
    private static IDTokenClaimsSet meantForUs(IDTokenClaimsSet said, String client) throws SignInRefused {
        boolean unsaid = said.getAuthorizedParty() == null;
        if (unsaid ? said.getAudience().size() > 1 : !said.getAuthorizedParty().getValue().equals(client)) {
            throw new SignInRefused(Refusal.TOKEN_INVALID, "it was given to " + said.getAuthorizedParty() + " (azp)");
        }
        return said;
    }

    /** Those the provider signs with. */
    static JWSKeySelector<SecurityContext> keys(KnownIssuer issuer) {
        List<JWSAlgorithm> named = issuer.metadata().getIDTokenJWSAlgs();
        Set<JWSAlgorithm> allowed = new LinkedHashSet<>(KEY_PAIRS);
        if (named != null) {
            allowed.retainAll(named);
        }
        return new JWSVerificationKeySelector<>(allowed.isEmpty() ? Set.of(JWSAlgorithm.RS256) : allowed, issuer.keys());
    }

    /** Whoever has just been told that there is no such key is asked again a little later only: then it is the key that is wrong. */
    static Refusal withoutKey(KeySourceException failure) {
        return failure instanceof RateLimitReachedException ? Refusal.TOKEN_INVALID : Refusal.PROVIDER_DOWN;
    }

    private static boolean isAboutTime(BadJOSEException invalid) {
        return invalid instanceof ExpiredJWTException || words(invalid).contains("xpired") || words(invalid).contains("ahead of current time") || words(invalid).contains("before use time");
    }

    private static String words(Exception failure) {
        return String.valueOf(failure.getMessage());
    }
}
