package io.keyuan.identity.oidc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.keyuan.identity.oidc.Issuers.KnownIssuer;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From the code a browser brings back to what the provider says of who brought it. */
@Component
class Exchange {

    private static final Set<String> ABOUT_US = Set.of("invalid_client", "unauthorized_client");

    private final Outbounds outbounds;
    private final ClientSecrets secrets;
    private final UserInfo userInfo;

    Exchange(Outbounds outbounds, ClientSecrets secrets, UserInfo userInfo) {
        this.outbounds = outbounds;
        this.secrets = secrets;
        this.userInfo = userInfo;
    }

    /** @throws SignInRefused where the code is not good, or what it is good for is not the provider's word for this sign-in */
    Statement redeem(Provider provider, KnownIssuer issuer, Flow flow, AuthorizationCode code) throws SignInRefused {
        var tokens = tokens(provider, issuer, flow, code).getOIDCTokens();
        IDTokenClaimsSet said = IdTokens.validated(provider, issuer, tokens.getIDToken(), flow.nonce());
        Map<String, Object> claims = new HashMap<>(said.toJSONObject());
        if (isIncomplete(claims, provider.claims())) {
            userInfo.more(provider, issuer, tokens.getAccessToken(), said.getSubject()).forEach(claims::putIfAbsent);
        }
        Object sid = claims.get("sid");
        return new Statement(provider.client().issuer(), said.getSubject().getValue(), sid instanceof String text ? text : null,
                raw(tokens.getIDToken()), claims, provider.claims());
    }

    private static String raw(JWT token) {
        return String.valueOf(token.getParsedString());
    }

    private static boolean isIncomplete(Map<String, Object> claims, Provider.ClaimNames names) {
        List<String> wanted = names.groups() == null
                ? List.of(names.login(), names.name(), names.email())
                : List.of(names.login(), names.name(), names.email(), names.groups());
        return wanted.stream().anyMatch(name -> Statement.at(claims, name) == null);
    }

    private OIDCTokenResponse tokens(Provider provider, KnownIssuer issuer, Flow flow, AuthorizationCode code) throws SignInRefused {
        var grant = new AuthorizationCodeGrant(code, URI.create(flow.redirectUri()), flow.verifier());
        TokenRequest.Builder request = request(provider, issuer, grant);
        try {
            HTTPResponse answer = request.build().toHTTPRequest().send(outbounds.to(provider.client()));
            if (answer.getStatusCode() >= 500) {
                throw new SignInRefused(Refusal.PROVIDER_DOWN, "its token endpoint answered " + answer.getStatusCode());
            }
            TokenResponse response = OIDCTokenResponseParser.parse(answer);
            if (!response.indicatesSuccess()) {
                throw refused(response.toErrorResponse().getErrorObject(), answer.getStatusCode());
            }
            return (OIDCTokenResponse) response.toSuccessResponse();
        } catch (IOException unreachable) {
            throw Unreachable.refused(unreachable);
        } catch (ParseException | ClassCastException malformed) {
            throw new SignInRefused(Refusal.PROVIDER_REFUSED, "its tokens cannot be read: " + malformed.getMessage(), malformed);
        }
    }

    private TokenRequest.Builder request(Provider provider, KnownIssuer issuer, AuthorizationCodeGrant grant) throws SignInRefused {
        URI endpoint = issuer.metadata().getTokenEndpointURI();
        var client = new ClientID(provider.client().id());
        String secret = secrets.of(provider);
        if (secret == null) {
            return new TokenRequest.Builder(endpoint, client, grant);
        }
        List<ClientAuthenticationMethod> methods = issuer.metadata().getTokenEndpointAuthMethods();
        boolean post = methods != null
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        return new TokenRequest.Builder(endpoint,
                post ? new ClientSecretPost(client, new Secret(secret)) : new ClientSecretBasic(client, new Secret(secret)), grant);
    }

    private static SignInRefused refused(@Nullable ErrorObject error, int status) {
        String code = error == null || error.getCode() == null ? "" : error.getCode();
        String detail = "its token endpoint answered " + status + " " + code
                + (error == null || error.getDescription() == null ? "" : ": " + error.getDescription());
        if (ABOUT_US.contains(code) || status == HTTPResponse.SC_UNAUTHORIZED) {
            return new SignInRefused(Refusal.WRONG_CLIENT, detail);
        }
        return new SignInRefused(code.equals("invalid_grant") ? Refusal.CODE_REFUSED : Refusal.PROVIDER_REFUSED, detail);
    }
}
