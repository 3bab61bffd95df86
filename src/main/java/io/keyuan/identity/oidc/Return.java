package io.keyuan.identity.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import io.keyuan.identity.oidc.Issuers.KnownIssuer;
import io.keyuan.identity.signin.SecretHash;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a browser brings back, once it is known to be the one that was sent, and from where. */
@Component
class Return {

    private final Flows flows;

    Return(Flows flows) {
        this.flows = flows;
    }

    /** @throws SignInRefused where this browser was not sent to this provider with this state, or is back already */
    Flow flow(Provider provider, HttpServletRequest request) throws SignInRefused {
        String state = request.getParameter("state");
        String cookie = FlowCookie.read(request);
        if (state == null || cookie == null) {
            throw new SignInRefused(Refusal.STATE_UNKNOWN, state == null ? "no state" : "no cookie");
        }
        Flow flow = Nobody.at(provider.tenant(), () -> flows.take(state))
                .orElseThrow(() -> new SignInRefused(Refusal.STATE_UNKNOWN, "no such state, or it was used"));
        if (!flow.browser().equals(SecretHash.of(cookie))) {
            throw new SignInRefused(Refusal.STATE_UNKNOWN, "the state of another browser");
        }
        if (!flow.provider().equals(provider.id())) {
            throw new SignInRefused(Refusal.MIXED_UP, "sent to another provider");
        }
        return flow;
    }

    /**
     * @throws SignInRefused where another provider answers (RFC 9207), or the provider or the person refused
     */
    AuthorizationCode code(Provider provider, KnownIssuer issuer, Flow flow, HttpServletRequest request) throws SignInRefused {
        AuthorizationResponse answer = parsed(flow, request);
        checkIssuer(provider, issuer, answer);
        if (answer instanceof AuthorizationErrorResponse error) {
            throw refused(error.getErrorObject());
        }
        AuthorizationCode code = answer.toSuccessResponse().getAuthorizationCode();
        if (code == null) {
            throw new SignInRefused(Refusal.PROVIDER_REFUSED, "it sent no code");
        }
        return code;
    }

    private static AuthorizationResponse parsed(Flow flow, HttpServletRequest request) throws SignInRefused {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        try {
            return AuthorizationResponse.parse(URI.create(flow.redirectUri()), parameters);
        } catch (ParseException | IllegalArgumentException malformed) {
            throw new SignInRefused(Refusal.PROVIDER_REFUSED, "its answer cannot be read: " + malformed.getMessage(), malformed);
        }
    }

    private static void checkIssuer(Provider provider, KnownIssuer issuer, AuthorizationResponse answer) throws SignInRefused {
        boolean mustSay = issuer.metadata().supportsAuthorizationResponseIssuerParam();
        boolean says = answer.getIssuer() != null;
        if (says ? !answer.getIssuer().getValue().equals(provider.client().issuer()) : mustSay) {
            throw new SignInRefused(Refusal.MIXED_UP, "answered by " + answer.getIssuer());
        }
    }

    private static SignInRefused refused(@Nullable ErrorObject error) {
        if (OAuth2Error.ACCESS_DENIED.equals(error)) {
            return new SignInRefused(Refusal.CANCELLED, "access_denied");
        }
        String words = error == null ? "no reason" : error.getCode() + ": " + error.getDescription();
        return new SignInRefused(Refusal.PROVIDER_REFUSED, words);
    }
}
