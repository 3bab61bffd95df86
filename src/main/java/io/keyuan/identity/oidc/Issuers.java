package io.keyuan.identity.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What providers tell about themselves and the keys they sign with, remembered for a while. */
@Component
class Issuers {

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final long KEYS_REMEMBERED_MS = Duration.ofMinutes(30).toMillis();
    private static final long KEYS_WAITED_FOR_MS = Duration.ofSeconds(15).toMillis();
    /** An unknown key is asked for again, but nobody makes us ask more often than this by making keys up. */
    private static final long BETWEEN_QUESTIONS_MS = Duration.ofSeconds(5).toMillis();
    private static final long OUTAGE_MS = Duration.ofHours(4).toMillis();

    private final Outbounds outbounds;
    private final Cache<Key, KnownIssuer> known = Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(REMEMBERED).build();

    Issuers(Outbounds outbounds) {
        this.outbounds = outbounds;
    }

    private record Key(String issuer, boolean privateAddresses) {
        static Key of(Provider.Client client) {
            return new Key(client.issuer(), client.privateAddresses());
        }
    }

    /** A provider as it describes itself, and the keys it signs with. */
    record KnownIssuer(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

    /** @throws SignInRefused where it does not answer as a provider of this name */
    KnownIssuer get(Provider.Client client) throws SignInRefused {
        Key key = Key.of(client);
        KnownIssuer remembered = known.getIfPresent(key);
        if (remembered != null) {
            return remembered;
        }
        KnownIssuer issuer = ask(client);
        known.put(key, issuer);
        return issuer;
    }

    /** For an administrator who has just changed something there. */
    void forget(Provider.Client client) {
        known.invalidate(Key.of(client));
    }

    private KnownIssuer ask(Provider.Client client) throws SignInRefused {
        Outbound outbound = outbounds.to(client);
        try {
            String slashless = client.issuer().replaceAll("/+$", "");
            String text = outbound.get(URI.create(slashless + "/.well-known/openid-configuration"));
            OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(text);
            return new KnownIssuer(checked(metadata, client, outbound), keys(metadata, outbound));
        } catch (IOException unreachable) {
            throw Unreachable.refused(unreachable);
        } catch (ParseException | IllegalArgumentException malformed) {
            throw new SignInRefused(Refusal.PROVIDER_DOWN, "its description cannot be read: " + malformed.getMessage(), malformed);
        }
    }

    private static OIDCProviderMetadata checked(OIDCProviderMetadata metadata, Provider.Client client, Outbound outbound)
            throws SignInRefused, IOException {
        if (!metadata.getIssuer().getValue().equals(client.issuer())) {
            throw new SignInRefused(Refusal.MIXED_UP, "it calls itself " + metadata.getIssuer() + ", not " + client.issuer());
        }
        if (metadata.getAuthorizationEndpointURI() == null || metadata.getTokenEndpointURI() == null || metadata.getJWKSetURI() == null) {
            throw new SignInRefused(Refusal.PROVIDER_DOWN, "it names no address to sign in at");
        }
        // Where browsers are sent must be as safe as where we go ourselves.
        outbound.checked(metadata.getAuthorizationEndpointURI());
        if (metadata.getEndSessionEndpointURI() != null) {
            outbound.checked(metadata.getEndSessionEndpointURI());
        }
        return metadata;
    }

    private static JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata, Outbound outbound) throws MalformedURLException {
        return JWKSourceBuilder.<SecurityContext>create(metadata.getJWKSetURI().toURL(), outbound)
                .cache(KEYS_REMEMBERED_MS, KEYS_WAITED_FOR_MS)
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_QUESTIONS_MS)
                .outageTolerant(OUTAGE_MS)
                .build();
    }
}
