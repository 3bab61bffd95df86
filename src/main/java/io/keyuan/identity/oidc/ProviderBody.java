package io.keyuan.identity.oidc;

import io.keyuan.identity.oidc.Provider.GroupRole;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider as administrators read and write it. In a change, what is null stays as it is, and an empty text takes away.
 *
 * @param clientSecret only written, never told
 * @param hasSecret only told
 */
record ProviderBody(
        @Nullable UUID id, @Nullable Boolean enabled, @Nullable String label, @Nullable String issuer, @Nullable String clientId,
        @Nullable String clientSecret, @Nullable Boolean hasSecret, @Nullable List<String> scopes, @Nullable String loginClaim,
        @Nullable String nameClaim, @Nullable String emailClaim, @Nullable String groupsClaim, @Nullable Boolean privateAddresses,
        @Nullable Boolean makesPeople, @Nullable Boolean linksByEmail, @Nullable Boolean passwordsAllowed,
        @Nullable String defaultRole, @Nullable List<GroupRole> roles) {

    static ProviderBody of(Provider provider) {
        var client = provider.client();
        var claims = provider.claims();
        var rules = provider.admittance();
        return new ProviderBody(
                provider.id(), provider.enabled(), provider.label(), client.issuer(), client.id(), null, client.sealedSecret() != null,
                client.scopes(), claims.login(), claims.name(), claims.email(), claims.groups(), client.privateAddresses(),
                rules.makesPeople(), rules.linksByEmail(), rules.passwordsAllowed(), rules.defaultRole(), rules.roles());
    }

    /** The same with other roles. */
    ProviderBody withRoles(@Nullable String standard, List<GroupRole> given) {
        return new ProviderBody(
                id, enabled, label, issuer, clientId, clientSecret, hasSecret, scopes, loginClaim, nameClaim, emailClaim, groupsClaim, privateAddresses,
                makesPeople, linksByEmail, passwordsAllowed, standard, given);
    }

    /** The secret belongs in no log. */
    @Override
    public String toString() {
        return "ProviderBody[" + label + "]";
    }
}
