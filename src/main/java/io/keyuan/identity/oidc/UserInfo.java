package io.keyuan.identity.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import io.keyuan.identity.oidc.Issuers.KnownIssuer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a provider tells only when asked for it. */
@Component
class UserInfo {

    private final Outbounds outbounds;

    UserInfo(Outbounds outbounds) {
        this.outbounds = outbounds;
    }

    /**
     * @return nothing where the provider has no such address
     * @throws SignInRefused where it does not answer: without its groups somebody would lose their roles
     */
    Map<String, Object> more(Provider provider, KnownIssuer issuer, AccessToken token, Subject subject) throws SignInRefused {
        URI endpoint = issuer.metadata().getUserInfoEndpointURI();
        if (endpoint == null) {
            return Map.of();
        }
        try {
            var answer = new UserInfoRequest(endpoint, token).toHTTPRequest().send(outbounds.to(provider.client()));
            UserInfoResponse response = UserInfoResponse.parse(answer);
            if (!response.indicatesSuccess() || response.toSuccessResponse().getUserInfo() == null) {
                throw new SignInRefused(Refusal.PROVIDER_REFUSED, "its userinfo endpoint answered " + answer.getStatusCode());
            }
            var info = response.toSuccessResponse().getUserInfo();
            if (!subject.equals(info.getSubject())) {
                throw new SignInRefused(Refusal.TOKEN_INVALID, "its userinfo endpoint told of somebody else");
            }
            return info.toJSONObject();
        } catch (IOException unreachable) {
            throw Unreachable.refused(unreachable);
        } catch (ParseException malformed) {
            throw new SignInRefused(Refusal.PROVIDER_REFUSED, "its userinfo cannot be read: " + malformed.getMessage(), malformed);
        }
    }
}
