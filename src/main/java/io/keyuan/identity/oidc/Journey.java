package io.keyuan.identity.oidc;

import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import io.keyuan.identity.company.LanguageOfCompany;
import io.keyuan.identity.oidc.Issuers.KnownIssuer;
import io.keyuan.identity.signin.SecretHash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends browsers to providers, with what is checked when they are back: state, nonce and the verifier of the code. */
@Component
class Journey {

    private final Issuers issuers;
    private final Flows flows;
    private final LanguageOfCompany languages;

    Journey(Issuers issuers, Flows flows, LanguageOfCompany languages) {
        this.issuers = issuers;
        this.flows = flows;
        this.languages = languages;
    }

    /**
     * @param next where in the console the browser goes in the end
     * @param triedBy null for signing in
     * @return the provider's address to send the browser to
     */
    URI begin(Provider provider, String next, @Nullable UUID triedBy, HttpServletRequest request, HttpServletResponse response)
            throws SignInRefused {
        KnownIssuer issuer = issuers.get(provider.client());
        var browser = SecretHash.of(FlowCookie.ensure(request, response));
        Flow flow = Flow.begin(provider.id(), browser, Addresses.callback(request, provider.id()), next, triedBy);
        Nobody.at(provider.tenant(), () -> {
            flows.add(flow);
            return flow;
        });
        var scope = new Scope("openid");
        provider.client().scopes().forEach(scope::add);
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, scope, new ClientID(provider.client().id()), URI.create(flow.redirectUri()))
                .endpointURI(issuer.metadata().getAuthorizationEndpointURI())
                .state(flow.state())
                .nonce(flow.nonce())
                .codeChallenge(flow.verifier(), CodeChallengeMethod.S256)
                .uiLocales(languages(provider, request))
                .build()
                .toURI();
    }

    private @Nullable List<LangTag> languages(Provider provider, HttpServletRequest request) {
        Locale language = languages.of(provider.tenant(), request);
        try {
            return List.of(LangTag.parse(language.toLanguageTag()));
        } catch (LangTagException impossible) {
            return null;
        }
    }
}
