package io.keyuan.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import io.keyuan.identity.oidc.Issuers.KnownIssuer;
import io.keyuan.identity.signin.SecretHash;
import io.keyuan.identity.signin.Sessions;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends sessions on both sides: at the provider when somebody leaves here, and here when they have left there. */
@Component
class EndOfSessions {

    /** A longer token would make an address that servers refuse; without it the provider asks before it ends the session. */
    private static final int LONGEST_HINT = 4000;

    private final Issuers issuers;
    private final ProviderSessions known;
    private final Providers providers;
    private final Sessions sessions;

    EndOfSessions(Issuers issuers, ProviderSessions known, Providers providers, Sessions sessions) {
        this.issuers = issuers;
        this.known = known;
        this.providers = providers;
        this.sessions = sessions;
    }

    /**
     * For the current caller.
     *
     * @param back where the provider sends the browser afterwards
     * @return where the browser ends the provider's session; empty where this one did not begin there, or the provider has no
     *     such address or is away: one must always be able to leave
     */
    Optional<URI> atProvider(SecretHash session, URI back) {
        return known.find(session).flatMap(begun -> providers.get(begun.provider()).flatMap(provider -> address(provider, begun.idToken(), back)));
    }

    private Optional<URI> address(Provider provider, @Nullable String idToken, URI back) {
        try {
            URI endpoint = issuers.get(provider.client()).metadata().getEndSessionEndpointURI();
            JWT hint = idToken == null || idToken.length() > LONGEST_HINT ? null : JWTParser.parse(idToken);
            return endpoint == null ? Optional.empty() : Optional.of(
                    new LogoutRequest(endpoint, hint, null, new ClientID(provider.client().id()), back, null, null).toURI());
        } catch (SignInRefused | ParseException away) {
            return Optional.empty();
        }
    }

    /**
     * What a provider says by its back channel: a session there has ended, or all of somebody's.
     *
     * @return how many have ended here
     * @throws SignInRefused where it is not the provider's word
     */
    int here(Provider provider, String token) throws SignInRefused {
        LogoutTokenClaimsSet said = validated(provider, token);
        String subject = said.getSubject() == null ? null : said.getSubject().getValue();
        String sid = said.getSessionID() == null ? null : said.getSessionID().getValue();
        if (subject == null && sid == null) {
            throw new SignInRefused(Refusal.TOKEN_INVALID, "it names no session and nobody");
        }
        return Nobody.at(provider.tenant(), () -> {
            List<SecretHash> ended = known.ended(provider.id(), subject, sid);
            ended.forEach(session -> sessions.end(provider.tenant(), session));
            return ended.size();
        });
    }

    private LogoutTokenClaimsSet validated(Provider provider, String token) throws SignInRefused {
        KnownIssuer issuer = issuers.get(provider.client());
        var validator = new LogoutTokenValidator(
                new Issuer(provider.client().issuer()), new ClientID(provider.client().id()), IdTokens.keys(issuer), null);
        try {
            return validator.validate(JWTParser.parse(token));
        } catch (KeySourceException noKey) {
            throw new SignInRefused(IdTokens.withoutKey(noKey), String.valueOf(noKey.getMessage()), noKey);
        } catch (ParseException | BadJOSEException | JOSEException invalid) {
            throw new SignInRefused(Refusal.TOKEN_INVALID, String.valueOf(invalid.getMessage()), invalid);
        }
    }
}
